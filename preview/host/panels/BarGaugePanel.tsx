import { type PanelProps } from '@grafana/data';
import { type BarGaugeDisplayMode, VizOrientation } from '@grafana/schema';
import { BarGauge, useTheme2 } from '@grafana/ui';
import React from 'react';

import { type ValuesOptions, ValuesPanel } from './ValuesPanel';

interface BarGaugeOptions extends ValuesOptions {
  readonly displayMode?: BarGaugeDisplayMode;
}

export function BarGaugePanel(props: PanelProps<BarGaugeOptions>) {
  const theme = useTheme2();
  const { displayMode, orientation = VizOrientation.Horizontal } = props.options;
  return (
    <ValuesPanel
      {...props}
      options={{ ...props.options, orientation }}
      show={({ display, field, view, colIndex }, { width, height, onClick }) => (
        <BarGauge
          value={display}
          field={field}
          display={view?.getFieldDisplayProcessor(colIndex ?? 0)}
          width={width}
          height={height}
          theme={theme}
          onClick={onClick}
          orientation={orientation}
          displayMode={displayMode}
        />
      )}
    />
  );
}
