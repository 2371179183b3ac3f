import { type CellProps, type Column } from '@grafana/ui';
import React, { type ReactNode } from 'react';

import { CardField } from './CardField';

interface CardColumn<Row extends object> {
  readonly id: string;
  readonly header: string;
  /** What a row shows in the column. */
  readonly show: (row: Row) => ReactNode;
  readonly sortType?: Column<Row>['sortType'];
}

/** A column of a table whose rows become cards on a narrow screen: there its cells name it themselves. */
export const cardColumn = <Row extends object>({ id, header, show, sortType }: CardColumn<Row>): Column<Row> => ({
  id,
  header,
  ...(sortType && { sortType }),
  cell: ({ row: { original } }: CellProps<Row>) => <CardField label={header}>{show(original)}</CardField>,
});
