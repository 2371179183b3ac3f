import { type BootSettings } from '../../server/settings/bootSettings';

/** What the scripts of the page leave for each other. */
export interface PreviewWindow extends Window {
  /** From the server, see bootSettings.ts. */
  readonly genwatchPreview: BootSettings;
  /** Read by Grafana's packages while they are loaded. */
  grafanaBootData?: unknown;
  __grafana_public_path__?: string;
}

export const previewWindow = (): PreviewWindow => window as unknown as PreviewWindow;
