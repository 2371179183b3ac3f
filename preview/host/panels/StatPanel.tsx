import { type PanelProps } from '@grafana/data';
import {
  BigValue,
  type BigValueColorMode,
  type BigValueGraphMode,
  type BigValueTextMode,
  useTheme2,
} from '@grafana/ui';
import React from 'react';

import { type ValuesOptions, ValuesPanel } from './ValuesPanel';

interface StatOptions extends ValuesOptions {
  readonly graphMode: BigValueGraphMode;
  readonly colorMode: BigValueColorMode;
  readonly textMode?: BigValueTextMode;
}

export function StatPanel(props: PanelProps<StatOptions>) {
  const theme = useTheme2();
  const { graphMode, colorMode, textMode } = props.options;
  return (
    <ValuesPanel
      {...props}
      show={(value, place) => (
        <BigValue
          {...place}
          value={value.display}
          sparkline={value.sparkline}
          theme={theme}
          graphMode={graphMode}
          colorMode={colorMode}
          textMode={textMode}
        />
      )}
    />
  );
}
