import { type FieldConfigEditorBuilder, identityOverrideProcessor } from '@grafana/data';

import { noEditor } from './noEditor';

/** Makes options of a panel's fields known, so that defaults and overrides reach them. */
export const fieldOptions =
  (options: Readonly<Record<string, unknown>>) =>
  (builder: FieldConfigEditorBuilder<object>): void => {
    for (const [path, defaultValue] of Object.entries(options)) {
      builder.addCustomEditor({
        id: path,
        path: path as never,
        name: path,
        defaultValue: defaultValue as never,
        editor: noEditor,
        override: noEditor,
        process: identityOverrideProcessor,
        shouldApply: () => true,
      });
    }
  };
