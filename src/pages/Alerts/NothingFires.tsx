import { EmptyState } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { type Heartbeat } from './heartbeat';

interface Props {
  readonly heartbeat: Heartbeat | undefined;
  /** In a line, where there is more to see below. */
  readonly isBrief: boolean;
}

/** Good news only while the chain is alive. */
export function NothingFires({ heartbeat, isBrief }: Props) {
  if (heartbeat?.state !== 'alive') {
    return (
      <span>{t('alerts.firing.unsure', 'Alertmanager has no alert, which says little without its heartbeat.')}</span>
    );
  }
  const message = t('alerts.firing.none', 'Nothing fires, and the monitoring is alive');
  return isBrief ? <span>{message}</span> : <EmptyState variant="completed" message={message} />;
}
