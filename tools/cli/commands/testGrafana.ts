import { readFileSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { type Command } from 'commander';

import { PROJECT_ROOT } from '../../../demo/servers/dataFolder';
import { buildCatalog } from '../../../src/catalog/catalog';
import { panelData, type PanelData } from '../../../src/catalog/kinds/dashboard';
import { DEFAULT_SETTINGS } from '../../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../../src/catalog/systems';
import { type DashboardFile } from '../../grafanaCheck/importedDashboards';
import { type Outcome } from '../../grafanaCheck/outcome';

interface TestGrafanaOptions {
  readonly user: string;
  readonly passwordFile?: string;
  readonly dashboards: string;
  readonly allowEmpty?: boolean;
}

export function registerTestGrafana(program: Command): void {
  program
    .command('test-grafana')
    .description('walk through a Grafana with the app in it, and tell what works; leaves nothing behind')
    .argument('<url>', 'where Grafana is, such as http://localhost:3000')
    .option('--user <name>', 'an administrator of the organisation', 'admin')
    .option('--password-file <file>', 'a file with the password; otherwise GENWATCH_GRAFANA_PASSWORD')
    .option('--dashboards <folder>', 'dashboards to import for a moment', path.join(PROJECT_ROOT, 'dashboards'))
    .option('--allow-empty', 'a panel without data is told, and no failure')
    .action(testGrafana);
}

async function testGrafana(address: string, options: TestGrafanaOptions): Promise<void> {
  const { readAccount } = await import('../../grafanaCheck/account');
  const { findChromium } = await import('../../suites/findChromium');
  const { checkGrafana } = await import('../../grafanaCheck/checkGrafana');
  const { outcomeTable } = await import('../../grafanaCheck/outcomeTable');
  const outcomes: Outcome[] = [];
  await checkGrafana({
    url: grafanaUrl(address),
    account: readAccount(options, process.env, (file) => readFileSync(file, 'utf8')),
    chromium: findChromium(process.env),
    dashboards: dashboardFiles(options.dashboards),
    mayBeEmpty: quietPanels(),
    allowEmpty: options.allowEmpty ?? false,
    report: (outcome) => {
      outcomes.push(outcome);
      // A long walk: what fails is told at once, and again in the table at its end.
      const { area, name, says } = outcome;
      process.stderr.write(outcome.result === 'failed' ? `\n✗ ${area} ${name}: ${says}\n` : '·');
    },
  }).finally(() => process.stderr.write('\n'));
  console.log(outcomeTable(outcomes));
  if (outcomes.some(({ result }) => result === 'failed')) {
    process.exitCode = 1;
  }
}

function grafanaUrl(address: string): string {
  if (!URL.canParse(address) || !/^https?:/.test(address)) {
    throw new Error(`"${address}" is no address of a Grafana: write it like http://localhost:3000`);
  }
  return address.replace(/\/+$/, '');
}

function dashboardFiles(folder: string): readonly DashboardFile[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => ({
      file,
      dashboard: JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as DashboardFile['dashboard'],
    }));
}

/** Where nothing fires, and where nothing that has to come is missing, there is nothing to show. */
function quietPanels(): ReadonlySet<string> {
  const panels = buildCatalog(SYSTEMS, DEFAULT_SETTINGS).systems.flatMap(({ dashboards }) =>
    dashboards.flatMap(({ rows }) => rows.flatMap((row) => row.panels))
  );
  return new Set(panels.filter((panel) => panelData(panel).some(isQuiet)).map(({ title }) => title));
}

const isQuiet = (data: PanelData): boolean =>
  data.kind === 'firing' || (data.kind === 'shape' && data.shape.kind === 'without');
