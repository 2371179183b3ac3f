import { Badge, type BadgeColor } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';

const COLORS: Readonly<Record<string, BadgeColor>> = {
  critical: 'red',
  high: 'orange',
  medium: 'blue',
  low: 'darkgrey',
};

/** How bad a failure is; the colour repeats what the text says. */
export const FailureSeverity = ({ severity }: { readonly severity: string }) => (
  <Badge color={COLORS[severity] ?? 'darkgrey'} text={severityInWords(severity)} />
);

export function severityInWords(severity: string): string {
  switch (severity) {
    case 'critical':
      return t('failures.severity.critical', 'critical');
    case 'high':
      return t('failures.severity.high', 'high');
    case 'medium':
      return t('failures.severity.medium', 'medium');
    case 'low':
      return t('failures.severity.low', 'low');
    default:
      return severity || t('failures.severity.unknown', 'unknown');
  }
}
