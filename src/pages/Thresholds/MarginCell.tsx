import { type IconName } from '@grafana/data';
import { Icon, Stack, Text } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { type Margin } from './margin';
import { type ThresholdRow } from './thresholdRow';
import { type ThresholdReading } from './thresholdReading';

interface Props {
  readonly row: ThresholdRow;
  readonly reading: ThresholdReading;
}

/** How far the value is from the bound that matters, in the unit and as a share of the bound; the icon repeats it. */
export function MarginCell({ row, reading }: Props) {
  if (reading.kind !== 'value' || !reading.margin) {
    return <Text color="secondary">–</Text>;
  }
  const { margin, remembers } = reading;
  const { color, icon } = looks(margin);
  return (
    <Stack direction="row" gap={0.5} alignItems="flex-start">
      <Text color={color}>
        <Icon key={icon} name={icon} />
      </Text>
      <Stack direction="column" gap={0}>
        <Text color={color}>{marginInWords(margin, row.distanceUnit)}</Text>
        {margin.share !== undefined && margin.side !== 'at' && (
          <Text variant="bodySmall" color="secondary">
            {t('thresholds.margin.share', '{{share}} % of the bound', { share: shareText(margin.share) })}
          </Text>
        )}
        {remembers && margin.isBreached && (
          <Text variant="bodySmall" color="secondary">
            {t('thresholds.margin.remembers', 'fires only if it was so before, too')}
          </Text>
        )}
      </Stack>
    </Stack>
  );
}

/** "12 points above warning", "breached critical by 3". */
function marginInWords({ level, isBreached, side, distance, bad }: Margin, unit: string): string {
  const by = `${distance}${unit}`;
  if (isBreached) {
    return side === 'at'
      ? t('thresholds.margin.just-breached', 'just breached {{level}}', { level })
      : t('thresholds.margin.breached', 'breached {{level}} by {{by}}', { level, by });
  }
  switch (side) {
    case 'at':
      return bad === 'above'
        ? t('thresholds.margin.at-above', 'at the limit: any more is {{level}}', { level })
        : t('thresholds.margin.at-below', 'at the limit: any less is {{level}}', { level });
    case 'above':
      return t('thresholds.margin.above', '{{by}} above {{level}}', { level, by });
    case 'below':
      return t('thresholds.margin.below', '{{by}} below {{level}}', { level, by });
  }
}

const shareText = (share: number): string => String(share < 1 ? Math.ceil(share * 10) / 10 : Math.round(share));

function looks({ isBreached, level }: Margin): {
  readonly color: 'error' | 'warning' | 'success';
  readonly icon: IconName;
} {
  if (!isBreached) {
    return { color: 'success', icon: 'check-circle' };
  }
  return level === 'critical'
    ? { color: 'error', icon: 'exclamation-circle' }
    : { color: 'warning', icon: 'exclamation-triangle' };
}
