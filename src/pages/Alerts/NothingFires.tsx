import { EmptyState } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { type Heartbeat } from './heartbeat';

interface Props {
  readonly heartbeat: Heartbeat | undefined;
  /** How many alerts are about to fire. */
  readonly pending: number;
}

/** Good news only while the chain is alive. */
export function NothingFires({ heartbeat, pending }: Props) {
  if (heartbeat?.state !== 'alive') {
    return (
      <span>{t('alerts.firing.unsure', 'Alertmanager has no alert, which says little without its heartbeat.')}</span>
    );
  }
  return (
    <EmptyState
      variant="completed"
      message={t('alerts.firing.none', 'Nothing fires, and the monitoring is alive')}
      hideImage={pending > 0}
    />
  );
}
