import { type PanelProps } from '@grafana/data';
import { Gauge, useTheme2 } from '@grafana/ui';
import React from 'react';

import { type ValuesOptions, ValuesPanel } from './ValuesPanel';

export function GaugePanel(props: PanelProps<ValuesOptions>) {
  const theme = useTheme2();
  return (
    <ValuesPanel
      {...props}
      show={({ display, field }, { width, height, onClick }) => (
        <Gauge
          value={display}
          field={field}
          width={width}
          height={height}
          theme={theme}
          onClick={onClick}
          showThresholdLabels={false}
          showThresholdMarkers
        />
      )}
    />
  );
}
