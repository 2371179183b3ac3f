import { type Catalog } from '../../src/catalog/catalog';
import { checkCatalog } from '../../src/catalog/settings/checkCatalog';
import { checkRouting } from './alertmanager/checkRouting';
import { emitAlertmanager } from './alertmanager/emitAlertmanager';
import { emitSql } from '../sql/emitSql';
import { type Bundle } from './bundle';
import { emitCompose } from './compose/emitCompose';
import { emitDashboards } from './dashboards';
import { emitGrafana } from './grafana/emitGrafana';
import { emitPrometheus } from './prometheus';
import { emitReference } from './reference/reference';
import { emitRules } from './rules';
import { emitRuleTests } from './ruleTests/ruleTests';
import { emitSettingsSchema } from './settingsSchema';

/** What the repository keeps: everything that is derived from the catalog and worth reading in a diff. */
export function generateCommitted(catalog: Catalog): Bundle {
  refuseFaults(catalog);
  return merged(
    emitRules(catalog),
    emitPrometheus(catalog),
    emitAlertmanager(catalog),
    emitDashboards(catalog),
    emitGrafana(catalog),
    emitCompose(catalog),
    emitReference(catalog),
    emitSettingsSchema(catalog),
    emitSql(catalog)
  );
}

/** A catalog with a fault makes rules that load and never fire: nothing is generated from it. */
function refuseFaults(catalog: Catalog): void {
  const faults = [...checkCatalog(catalog.systems, catalog.settings), ...checkRouting(catalog)];
  if (faults.length > 0) {
    const lines = faults.map(
      ({ path, message, remedy }) => `- ${[path.join('.'), message].filter(Boolean).join(': ')} → ${remedy}`
    );
    throw new Error(`the catalog has faults, nothing is generated:\n${lines.join('\n')}`);
  }
}

/** What stands alone elsewhere: the same with the rule tests beside the rules. */
export const generateBundle = (catalog: Catalog): Bundle => merged(generateCommitted(catalog), emitRuleTests(catalog));

function merged(...bundles: readonly Bundle[]): Bundle {
  const all = new Map<string, string>();
  for (const [path, text] of bundles.flatMap((bundle) => [...bundle])) {
    if (all.has(path)) {
      throw new Error(`two emitters write ${path}: give one of them another path`);
    }
    all.set(path, text);
  }
  return all;
}
