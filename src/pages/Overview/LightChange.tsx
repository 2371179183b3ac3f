import { dateTimeFormat } from '@grafana/data';
import { Text } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { COLOURS } from '../../catalog/kinds/light';
import { type LightCourse } from './lightCourse';
import { type OverviewRow } from './overviewRow';
import { stateWord } from './StateBadge';

interface Props {
  readonly course: LightCourse;
  /** How it is now. */
  readonly state: OverviewRow['state'];
}

/** How the light was, how it is, and what was between, where that was worse. */
export function LightChange({ course: { then, since, worst }, state }: Props) {
  const words = { then: stateWord(then), now: stateWord(state), worst: stateWord(worst), since: dateTimeFormat(since) };
  const wasWorse =
    COLOURS[worst] > Math.max(COLOURS[then], state in COLOURS ? COLOURS[state as keyof typeof COLOURS] : 0);
  return (
    <Text>
      {then === state
        ? t('overview.light.same', 'The light is {{now}} as it was at {{since}}', words)
        : t('overview.light.other', 'The light was {{then}} at {{since}} and is {{now}} now', words)}
      {wasWorse ? t('overview.light.worse', '; in between it was {{worst}}', words) : ''}.
    </Text>
  );
}
