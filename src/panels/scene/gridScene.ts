import { type Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { SceneGridItem, SceneGridLayout, SceneGridRow } from '@grafana/scenes';

import { panelScene } from './panelScene';

const WHOLE_WIDTH = { x: 0, y: 0, w: 24, h: 8 };
const HEADER_HEIGHT = 1;

/** A header and the panels below it, up to the next one. */
export interface Row {
  readonly header: Panel;
  readonly panels: readonly Panel[];
}

/** The rows of a dashboard's JSON, where headers and panels stand in one list. @throws Error when a panel has no row */
export const rowsOf = (list: readonly Panel[]): Row[] =>
  list.reduce<Row[]>((rows, panel) => {
    if (panel.type === 'row') {
      return [...rows, { header: panel, panels: [] }];
    }
    const row = rows.at(-1);
    if (!row) {
      throw new Error(`The panel "${panel.title}" stands above the first row. Put it into one.`);
    }
    return [...rows.slice(0, -1), { ...row, panels: [...row.panels, panel] }];
  }, []);

/** Rows of panels where their dashboard places them, without gaps for the rows that are left out. */
export function gridScene(rows: readonly Row[]): SceneGridLayout {
  let y = 0;
  const children = rows.map((row) => {
    const top = y;
    const placed = row.panels.map((panel) => ({ panel, place: panel.gridPos ?? WHOLE_WIDTH }));
    const first = Math.min(...placed.map(({ place }) => place.y));
    const items = placed.map(
      ({ panel, place }) =>
        new SceneGridItem({
          x: place.x,
          y: top + HEADER_HEIGHT + place.y - first,
          width: place.w,
          height: place.h,
          body: panelScene(panel),
        })
    );
    y = Math.max(top + HEADER_HEIGHT, ...placed.map(({ place }) => top + HEADER_HEIGHT + place.y - first + place.h));
    return new SceneGridRow({ key: `row-${row.header.id}`, title: row.header.title ?? '', y: top, children: items });
  });
  return new SceneGridLayout({ isLazy: true, children });
}
