import { t } from '@grafana/i18n';
import { Field, TextArea } from '@grafana/ui';
import React, { useState, type ChangeEvent } from 'react';

import { type GenwatchOptions } from '../options';
import { parseSettings } from './parseSettings';

interface Props {
  readonly value: GenwatchOptions['settings'];
  readonly onChange: (settings: GenwatchOptions['settings']) => void;
}

const EXAMPLE = '{ "validation": { "messages": { "table": "app.messages" } } }';

/** The overrides as JSON. What cannot be used stays in the field with the reason, and is not saved. */
export function SettingsField({ value, onChange }: Props) {
  const [text, setText] = useState(value ? JSON.stringify(value, null, 2) : '');
  const { error } = parseSettings(text);
  const edit = (event: ChangeEvent<HTMLTextAreaElement>) => {
    setText(event.target.value);
    const parsed = parseSettings(event.target.value);
    if (parsed.error === undefined) {
      onChange(parsed.settings);
    }
  };
  return (
    <Field
      label={t('datasource.config.overrides', 'Overrides')}
      description={t(
        'datasource.config.overrides-json',
        'What differs from the defaults, such as names of tables and columns: genwatch.config.yaml as JSON.'
      )}
      htmlFor="settings"
      invalid={error !== undefined}
      error={error}
    >
      <TextArea id="settings" rows={6} value={text} placeholder={EXAMPLE} onChange={edit} />
    </Field>
  );
}
