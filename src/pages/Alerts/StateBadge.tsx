import { Badge, type BadgeColor, type IconName } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';

const LOOKS: Readonly<Record<string, { readonly color: BadgeColor; readonly icon: IconName }>> = {
  active: { color: 'red', icon: 'fire' },
  silenced: { color: 'blue', icon: 'bell-slash' },
  inhibited: { color: 'blue', icon: 'bell-slash' },
  pending: { color: 'orange', icon: 'hourglass' },
  ok: { color: 'green', icon: 'check' },
};

/** Whether an alert is told, or what keeps it from being told. */
export const StateBadge = ({ state }: { readonly state: string }) => {
  const { color, icon } = LOOKS[state] ?? { color: 'darkgrey', icon: 'question-circle' };
  return <Badge color={color} icon={icon} text={stateInWords(state)} />;
};

function stateInWords(state: string): string {
  switch (state) {
    case 'active':
      return t('alerts.state.active', 'firing');
    case 'silenced':
      return t('alerts.state.silenced', 'silenced');
    case 'inhibited':
      return t('alerts.state.inhibited', 'inhibited');
    case 'pending':
      return t('alerts.state.pending', 'pending');
    case 'ok':
      return t('alerts.state.ok', 'ok');
    default:
      // Alertmanager may have a word for it that is not known here, such as "unprocessed".
      return state || t('alerts.state.unknown', 'unknown');
  }
}
