import { type FieldDisplay, getFieldDisplayValues, type PanelProps, ReducerID } from '@grafana/data';
import { VizOrientation } from '@grafana/schema';
import { DataLinksContextMenu, useTheme2, VizRepeater } from '@grafana/ui';
import React, { type ReactElement } from 'react';

export interface ValuesOptions {
  readonly orientation?: VizOrientation;
  readonly reduceOptions?: { readonly calcs: string[]; readonly values?: boolean };
}

/** Place and size of one value. */
export interface ValuePlace {
  readonly width: number;
  readonly height: number;
  readonly count: number;
  /** Opens the value's links. */
  readonly onClick?: ((event: React.MouseEvent<HTMLElement>) => void) | undefined;
}

interface Props<T extends ValuesOptions> extends PanelProps<T> {
  readonly show: (value: FieldDisplay, place: ValuePlace) => ReactElement;
}

/** One number per series, side by side: what stat, gauge and bar gauge have in common. */
export function ValuesPanel<T extends ValuesOptions>(props: Props<T>) {
  const { data, options, fieldConfig, replaceVariables, timeZone, width, height, renderCounter, show } = props;
  const theme = useTheme2();
  const calcs = options.reduceOptions?.calcs ?? [];
  const getValues = (): FieldDisplay[] =>
    getFieldDisplayValues({
      fieldConfig,
      reduceOptions: { ...options.reduceOptions, calcs: calcs.length > 0 ? calcs : [ReducerID.lastNotNull] },
      replaceVariables,
      theme,
      data: data.series,
      sparkline: true,
      timeZone,
    });
  return (
    <VizRepeater
      getValues={getValues}
      width={width}
      height={height}
      source={data}
      renderCounter={renderCounter}
      orientation={options.orientation ?? VizOrientation.Auto}
      autoGrid
      renderValue={({ value, width: w, height: h, count }) => {
        const links = value.hasLinks ? value.getLinks : undefined;
        return links ? (
          <DataLinksContextMenu links={() => links()}>
            {({ openMenu }) => show(value, { width: w, height: h, count, onClick: openMenu })}
          </DataLinksContextMenu>
        ) : (
          show(value, { width: w, height: h, count })
        );
      }}
    />
  );
}
