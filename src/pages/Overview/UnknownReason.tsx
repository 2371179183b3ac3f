import { Text } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { type Unknown } from './overviewRow';

/** Why the state of a system is unknown, and where to go on. */
export const UnknownReason = ({ unknown }: { readonly unknown: Unknown }) => <Text>{reasonInWords(unknown)}</Text>;

function reasonInWords(unknown: Unknown): string {
  switch (unknown.because) {
    case 'exporter-absent':
      return t(
        'overview.unknown.exporter-absent',
        'Prometheus knows no exporter, so that no values come in. The scrape configuration should name it.'
      );
    case 'exporter-down':
      return t(
        'overview.unknown.exporter-down',
        'The exporter is down: what Prometheus has of this system is old and says nothing of now.'
      );
    case 'stale':
      return t(
        'overview.unknown.stale',
        'The values are old: {{sources}} was read {{minutes}} minutes ago for the last time.',
        { sources: unknown.sources.join(', '), minutes: Math.floor(unknown.ageSeconds / 60) }
      );
    case 'light-missing':
      return unknown.inputs.length > 0
        ? t('overview.unknown.light-inputs', 'The light cannot shine: there are no data for {{inputs}}.', {
            inputs: unknown.inputs.join(', '),
          })
        : t(
            'overview.unknown.light-missing',
            'Prometheus has no value of the light: its rules are not loaded, or it has only just started.'
          );
    case 'failed':
      return t('overview.unknown.failed', 'It could not be asked. {{message}}', { message: unknown.message });
    case 'no-data':
      return t('overview.unknown.no-data', 'No data come in: nothing that its alerts judge has a value.');
  }
}
