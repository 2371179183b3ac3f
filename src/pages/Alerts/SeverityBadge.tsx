import { Badge, type BadgeColor } from '@grafana/ui';
import React from 'react';

import { type AlertLevel } from '../../catalog/kinds/threshold';

const COLORS: Record<AlertLevel, BadgeColor> = { info: 'blue', warning: 'orange', critical: 'red' };

interface Props {
  /** The installation's word for it. */
  readonly severity: string;
  /** What that means, where it is known. */
  readonly level?: AlertLevel | undefined;
}

/** How bad an alert is; the colour repeats what the text says. */
export const SeverityBadge = ({ severity, level }: Props) => (
  <Badge color={level ? COLORS[level] : 'darkgrey'} text={severity} />
);
