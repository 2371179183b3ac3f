import { Stack, Text } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { type ThresholdRow } from './thresholdRow';
import { type ThresholdReading } from './thresholdReading';

interface Props {
  readonly row: ThresholdRow;
  readonly reading: ThresholdReading;
}

/** The value now and what it is told by, or why there is none. */
export function ReadingCell({ row, reading }: Props) {
  if (reading.kind !== 'value') {
    return <Text color="secondary">{absenceInWords(row, reading)}</Text>;
  }
  const labels = Object.entries(reading.labels).map(([label, value]) => `${label} ${value}`);
  return (
    <Stack direction="column" gap={0}>
      <Text weight="medium" tabular>
        {reading.value}
        {row.symbol}
      </Text>
      {labels.length > 0 && (
        <Text variant="bodySmall" color="secondary">
          {t('thresholds.now.worst', 'the worst: {{labels}}', { labels: labels.join(', ') })}
        </Text>
      )}
    </Stack>
  );
}

function absenceInWords(
  { minimumSample, history }: ThresholdRow,
  reading: Exclude<ThresholdReading, { kind: 'value' }>
): string {
  switch (reading.kind) {
    case 'pending':
      return t('thresholds.now.pending', 'asking…');
    case 'not-configured':
      return t('thresholds.now.not-configured', 'not configured: there is no data source to ask');
    case 'failed':
      return t('thresholds.now.failed', 'could not be asked: {{message}}', { message: reading.message });
    case 'quiet':
      return t('thresholds.now.quiet', 'no value, as long as events come with the traffic');
    case 'unmeasured':
      return t('thresholds.now.unmeasured', 'not measured by itself: it is part of what another threshold means');
    case 'no-data':
      if (minimumSample) {
        return t('thresholds.now.few', 'no data: nothing comes in, or fewer than {{minimumSample}} samples', {
          minimumSample,
        });
      }
      return history
        ? t('thresholds.now.young', 'no data: nothing comes in, or there are less than {{history}} of history', {
            history,
          })
        : t('thresholds.now.no-data', 'no data: Prometheus has no value of it');
  }
}
