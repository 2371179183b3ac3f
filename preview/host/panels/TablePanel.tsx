import { cacheFieldDisplayNames, type PanelProps } from '@grafana/data';
import { type TableCellHeight } from '@grafana/schema';
import { TableNG } from '@grafana/ui/unstable';
import React, { useMemo } from 'react';

import { NoData } from './NoData';

export interface TableOptions {
  readonly frameIndex?: number;
  readonly showHeader?: boolean;
  readonly cellHeight?: TableCellHeight;
}

export function TablePanel({ title, data, width, height, options, fieldConfig, timeRange }: PanelProps<TableOptions>) {
  const frames = useMemo(() => {
    // The table reads the names of its columns from here.
    cacheFieldDisplayNames(data.series);
    return data.series;
  }, [data.series]);
  const frame = frames[options.frameIndex ?? 0] ?? frames[0];
  if (!frame || frame.fields.length === 0 || frame.length === 0) {
    return <NoData data={data} />;
  }
  return (
    <div aria-label={title} role="group" style={{ height, width }}>
      <TableNG
        data={frame}
        width={width}
        height={height}
        noHeader={options.showHeader === false}
        cellHeight={options.cellHeight}
        fieldConfig={fieldConfig}
        timeRange={timeRange}
        structureRev={data.structureRev}
      />
    </div>
  );
}
