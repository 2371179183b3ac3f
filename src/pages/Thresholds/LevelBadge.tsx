import { Badge, type BadgeColor } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { type Level } from '../../catalog/kinds/threshold';

const COLORS: Record<Level, BadgeColor> = { target: 'green', info: 'blue', warning: 'orange', critical: 'red' };

/** A level with its bound in words; the colour repeats what the text says. */
export const LevelBadge = ({ level, words }: { readonly level: Level; readonly words: string }) => (
  <Badge color={COLORS[level]} text={t('thresholds.level', '{{level}}: {{words}}', { level, words })} />
);
