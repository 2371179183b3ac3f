import { type Catalog } from '../../src/catalog/catalog';
import { dashboardJson } from '../../src/panels/json/dashboardJson';
import { type Bundle } from './bundle';

export const emitDashboards = ({ systems, settings }: Catalog): Bundle =>
  new Map(
    systems.flatMap((system) =>
      system.dashboards.map((dashboard): [string, string] => [
        `dashboards/${dashboard.uid}.json`,
        `${JSON.stringify(dashboardJson({ dashboard, system, settings }), null, 2)}\n`,
      ])
    )
  );
