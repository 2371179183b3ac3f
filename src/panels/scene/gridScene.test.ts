import { type Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { SceneGridItem, SceneGridRow, VizPanel, type SceneGridLayout } from '@grafana/scenes';

import { configuredCatalog } from '../../catalog/configuredCatalog';
import { dashboardJson } from '../json/dashboardJson';
import { gridScene, rowsOf } from './gridScene';

const row = (id: number, y: number): Panel => ({
  type: 'row',
  id,
  title: `row ${id}`,
  gridPos: { x: 0, y, w: 24, h: 1 },
});
const panel = (id: number, x: number, y: number, h = 8): Panel => ({ type: 'stat', id, gridPos: { x, y, w: 12, h } });

/** Where everything is drawn: the rows by their title, panels by their key. */
const placesIn = (layout: SceneGridLayout) =>
  layout.state.children.flatMap((child) => {
    if (!(child instanceof SceneGridRow)) {
      throw new Error('something stands outside of a row');
    }
    const items = child.state.children.map((item) => {
      if (!(item instanceof SceneGridItem) || !(item.state.body instanceof VizPanel)) {
        throw new Error('something in a row is no panel');
      }
      return [item.state.body.state.key, item.state.x, item.state.y, item.state.height];
    });
    return [[child.state.title, 0, child.state.y, 1], ...items];
  });

describe('the panels of a dashboard as scenes', () => {
  it('stand in their rows, side by side and below each other as in the dashboard', () => {
    const rows = rowsOf([
      row(1000, 0),
      panel(1, 0, 1),
      panel(2, 12, 1),
      panel(3, 0, 9, 4),
      row(1001, 13),
      panel(4, 0, 14),
    ]);
    expect(placesIn(gridScene(rows))).toEqual([
      ['row 1000', 0, 0, 1],
      ['panel-1', 0, 1, 8],
      ['panel-2', 12, 1, 8],
      ['panel-3', 0, 9, 4],
      ['row 1001', 0, 13, 1],
      ['panel-4', 0, 14, 8],
    ]);
  });

  it('close the gap of a row that is left out', () => {
    const [, second] = rowsOf([row(1000, 0), panel(1, 0, 1), row(1001, 9), panel(2, 12, 10, 4)]);
    expect(placesIn(gridScene(second ? [second] : []))).toEqual([
      ['row 1001', 0, 0, 1],
      ['panel-2', 12, 1, 4],
    ]);
  });

  it('refuse one without a row, which would be drawn nowhere', () => {
    expect(() => rowsOf([{ ...panel(1, 0, 0), title: 'lost' }])).toThrow('The panel "lost" stands above the first row');
  });

  it.each(configuredCatalog().systems.map((system) => [system.id, system] as const))(
    'are all there for %s, under the numbers that links use',
    (_, system) => {
      const { settings } = configuredCatalog();
      for (const dashboard of system.dashboards) {
        const json = dashboardJson({ dashboard, system, settings });
        const keys = placesIn(gridScene(rowsOf(json.panels ?? []))).map(([key]) => key);
        const count = dashboard.rows.flatMap(({ panels }) => panels).length;
        expect(keys.filter((key) => String(key).startsWith('panel-'))).toEqual(
          Array.from({ length: count }, (__, i) => `panel-${i + 1}`)
        );
      }
    }
  );
});
