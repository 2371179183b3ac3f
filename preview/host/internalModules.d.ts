/// <reference types="systemjs" />

declare module '../../node_modules/@grafana/i18n/dist/esm/*' {
  export function addResourceBundle(language: string, namespace: string, resources: object): void;
  export function initializeI18n(
    options: { language: string; ns: string[] },
    regionalFormat: string
  ): Promise<{ language: string | undefined }>;
}

// Each file exports one of them.
declare module '../../node_modules/@grafana/runtime/dist/esm/components/*' {
  import { type PanelDataErrorViewProps, type PluginPageProps } from '@grafana/runtime';
  import { type ComponentType } from 'react';

  export function setPanelDataErrorView(view: ComponentType<PanelDataErrorViewProps>): void;
  export function setPanelRenderer(renderer: ComponentType): void;
  export function setPluginPage(page: ComponentType<PluginPageProps>): void;
}

declare module '*.css';
