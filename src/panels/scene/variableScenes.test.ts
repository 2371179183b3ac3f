import { ConstantVariable, DataSourceVariable, EmbeddedScene, sceneGraph, SceneCanvasText } from '@grafana/scenes';

import { configuredCatalog } from '../../catalog/configuredCatalog';
import { dashboardJson } from '../json/dashboardJson';
import { variableScenes } from './variableScenes';
import { withValues } from './withValues';

const catalog = configuredCatalog();
const [system] = catalog.systems;
if (!system?.dashboards[0]) {
  throw new Error('the catalog has no dashboard');
}
const json = dashboardJson({ dashboard: system.dashboards[0], system, settings: catalog.settings });
const models = json.templating?.list ?? [];

const placeWith = (known?: Record<string, string>) =>
  new EmbeddedScene({ $variables: variableScenes(models, known), body: new SceneCanvasText({ text: '' }) });

describe('the variables of a dashboard as scenes', () => {
  it('are all there, with the values that the dashboard opens with', () => {
    const { variables } = variableScenes(models).state;
    expect(variables.map(({ state }) => state.name)).toEqual(models.map(({ name }) => name));
    expect(Object.fromEntries(variables.map((one) => [one.state.name, one.getValue()]))).toMatchObject({
      step: models.find(({ name }) => name === 'step')?.current?.value,
      window: models.find(({ name }) => name === 'window')?.current?.value,
    });
  });

  it('ask for data sources only where they are not known', () => {
    const kinds = (known?: Record<string, string>) =>
      variableScenes(models, known)
        .state.variables.slice(0, 2)
        .map((one) => one.constructor);
    expect(kinds()).toEqual([DataSourceVariable, DataSourceVariable]);
    expect(kinds({ prometheus: 'p', postgres: 'q' })).toEqual([ConstantVariable, ConstantVariable]);
  });

  it('lead every panel to the known data source, and every text to the chosen value', () => {
    const place = placeWith({ prometheus: 'prom-1', postgres: 'pg-1' });
    expect(sceneGraph.interpolate(place, '${prometheus} ${postgres} $window')).toBe('prom-1 pg-1 1h');
  });

  it('refuse a kind that nobody draws', () => {
    expect(() => variableScenes([{ ...models[0]!, type: 'adhoc' as never, name: 'odd' }])).toThrow(
      'The variable odd is of type adhoc'
    );
  });
});

describe('a panel that is taken into a dashboard', () => {
  it('has the values of the page in its queries and nowhere else', () => {
    const taken = withValues(
      {
        type: 'timeseries',
        title: 'of $window',
        datasource: { type: 'prometheus', uid: '${prometheus}' },
        targets: [{ _implementsDataqueryVariant: () => undefined, ...{ expr: 'x{window="$window"}', range: true } }],
      },
      placeWith({ prometheus: 'prom-1', postgres: 'pg-1' })
    );
    expect(taken).toMatchObject({
      title: 'of $window',
      datasource: { type: 'prometheus', uid: 'prom-1' },
      targets: [{ expr: 'x{window="1h"}', range: true }],
    });
  });
});
