import {
  type FieldConfigPropertyItem,
  identityOverrideProcessor,
  type StandardEditorsRegistryItem,
  standardEditorsRegistry,
  standardFieldConfigEditorRegistry,
  standardTransformers,
  standardTransformersRegistry,
  ThresholdsMode,
  type TransformerRegistryItem,
} from '@grafana/data';

import { noEditor } from './noEditor';

const EDITORS = [
  'number',
  'slider',
  'text',
  'boolean',
  'select',
  'multi-select',
  'radio',
  'unit',
  'color',
  'fieldColor',
  'thresholds',
  'mappings',
  'links',
  'actions',
  'timezone',
  'strings',
  'string',
  'stats-picker',
  'field-name',
  'dashboard-uid',
];

/** What every field of a panel may be told, and what it is when nothing is told. */
const FIELD_OPTIONS: Readonly<Record<string, unknown>> = {
  displayName: undefined,
  unit: undefined,
  min: undefined,
  max: undefined,
  decimals: undefined,
  fieldMinMax: undefined,
  noValue: undefined,
  filterable: undefined,
  color: undefined,
  links: [],
  actions: [],
  mappings: [],
  thresholds: { mode: ThresholdsMode.Absolute, steps: [{ value: -Infinity, color: 'green' }] },
};

/** Fills the registries that Grafana fills at its start, with the half that processes: nothing can be edited here. */
export function fillRegistries(): void {
  standardEditorsRegistry.setInit(() =>
    EDITORS.map((id): StandardEditorsRegistryItem => ({ id, name: id, editor: noEditor }))
  );
  standardFieldConfigEditorRegistry.setInit(() =>
    Object.entries(FIELD_OPTIONS).map(([id, defaultValue]): FieldConfigPropertyItem => ({
      id,
      path: id,
      name: id,
      defaultValue,
      editor: noEditor,
      override: noEditor,
      process: identityOverrideProcessor,
      shouldApply: () => true,
      settings: {},
    }))
  );
  standardTransformersRegistry.setInit(() =>
    // One is there under its older name, too.
    [...new Set(Object.values(standardTransformers))].map((transformation): TransformerRegistryItem => ({
      id: transformation.id,
      name: transformation.name,
      transformation,
      editor: noEditor,
      imageDark: '',
      imageLight: '',
    }))
  );
}
