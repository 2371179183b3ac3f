import { Badge, type BadgeColor } from '@grafana/ui';
import { type IconName } from '@grafana/data';
import React from 'react';

import { type AlertLevel } from '../../catalog/kinds/threshold';

const LOOKS: Readonly<Record<AlertLevel, { readonly color: BadgeColor; readonly icon: IconName }>> = {
  info: { color: 'blue', icon: 'info-circle' },
  warning: { color: 'orange', icon: 'exclamation-triangle' },
  critical: { color: 'red', icon: 'exclamation-circle' },
};

/** A severity in the words of this installation. */
export const SeverityBadge = ({ level, severity }: { readonly level: AlertLevel; readonly severity: string }) => (
  <Badge {...LOOKS[level]} text={severity} />
);
