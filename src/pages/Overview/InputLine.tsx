import { Icon, Stack, useTheme2 } from '@grafana/ui';
import React from 'react';

import { t } from '../../app/t';
import { type TroubledInput } from './lightInputs';
import { stateColor, stateWord } from './StateBadge';

/** An input that keeps the light from being green: what it is, and which bound it is behind. */
export function InputLine({ input: { title, colour, condition } }: { readonly input: TroubledInput }) {
  const theme = useTheme2();
  const state = colour === 'no data' ? 'unknown' : colour;
  return (
    <li>
      <Stack direction="row" gap={0.5} alignItems="baseline">
        <Icon name="circle" style={{ color: stateColor(theme, state) }} />
        <span>
          {condition
            ? t('overview.input.condition', '{{title}}: {{state}}, {{condition}}', {
                title,
                state: stateWord(state),
                condition,
              })
            : t('overview.input.state', '{{title}}: {{state}}', { title, state: stateWord(state) })}
        </span>
      </Stack>
    </li>
  );
}
