import { Badge, Stack, type BadgeColor, type IconName } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';

const LOOKS: Readonly<Record<string, { readonly color: BadgeColor; readonly icon: IconName }>> = {
  proposed: { color: 'blue', icon: 'hourglass' },
  approved: { color: 'green', icon: 'check' },
  rejected: { color: 'darkgrey', icon: 'times' },
  failing: { color: 'orange', icon: 'exclamation-triangle' },
  regression: { color: 'red', icon: 'exclamation-circle' },
  flaky: { color: 'purple', icon: 'question-circle' },
};

interface Props {
  readonly state: string;
  readonly isFlaky?: boolean;
}

/** What became of a test; the colour and the icon repeat what the text says. */
export const TestState = ({ state, isFlaky = false }: Props) => (
  <Stack direction="row" gap={0.5} wrap="wrap">
    <StateBadge state={state} />
    {isFlaky && <StateBadge state="flaky" />}
  </Stack>
);

const StateBadge = ({ state }: Pick<Props, 'state'>) => {
  const { color, icon } = LOOKS[state] ?? { color: 'darkgrey', icon: 'question-circle' };
  return <Badge color={color} icon={icon} text={stateInWords(state)} />;
};

export function stateInWords(state: string): string {
  switch (state) {
    case 'proposed':
      return t('tests.state.proposed', 'waits for review');
    case 'approved':
      return t('tests.state.approved', 'approved');
    case 'rejected':
      return t('tests.state.rejected', 'rejected');
    case 'failing':
      return t('tests.state.failing', 'failing');
    case 'regression':
      return t('tests.state.regression', 'regression');
    case 'flaky':
      return t('tests.state.flaky', 'flaky');
    default:
      return state;
  }
}
