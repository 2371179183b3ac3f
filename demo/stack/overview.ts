import { type ServiceEntry } from './stackFile';

/** What a service is for, in the order of the table. */
const PURPOSES: Readonly<Record<string, string>> = {
  console: 'Alert console: what fires, and the runbooks',
  prometheus: 'Prometheus: metrics, rules, alerts',
  alertmanager: 'Alertmanager: routing and silences',
  exporter: 'Exporter: metrics out of database rows',
  postgres: 'PostgreSQL: 30 days of messages',
  simulator: 'Simulator: messages, log and metrics of an app',
};

/** What people look at, one of them; it ends the table. */
const PAGES: Readonly<Record<string, string>> = {
  grafana: 'Grafana: the app and its dashboards',
  preview: 'Preview of the Grafana app and its dashboards',
};

const PATHS: Readonly<Record<string, string>> = { exporter: '/metrics', simulator: '/metrics' };

/** The table of what runs where, and what to try next. */
export function overview(services: Readonly<Record<string, ServiceEntry>>, dataDir: string): string {
  const rows = Object.entries(PURPOSES).flatMap(([name, purpose]) => {
    const service = services[name];
    return service === undefined ? [] : [[purpose, place(service, PATHS[name])] as const];
  });
  const pages = Object.entries(PAGES).flatMap(([name, purpose]) => {
    const service = services[name];
    return service === undefined ? [] : [['', `${purpose}`, `  ➜  ${place(service)}`]];
  });
  const width = Math.max(...rows.map(([purpose]) => purpose.length)) + 2;
  return [
    '',
    ...rows.map(([purpose, where]) => `  ${purpose.padEnd(width)}${where}`),
    `  ${'Data and logs'.padEnd(width)}${dataDir}`,
    ...pages.flat(),
    '',
    'Try next, in another terminal:',
    '  npm run demo:fault -- --list           the faults that can be injected',
    '  npm run demo:fault -- infinite-loop    a repair loop: the alert appears here when it fires',
    '  npm run demo:fault -- --clear          take it back, and see the alert resolve',
    '',
    'Ctrl-C stops everything and keeps the data; `npm start -- --reset` begins anew.',
    '',
  ].join('\n');
}

function place({ url, pid, state }: ServiceEntry, path = ''): string {
  const where = url === '' ? `process ${pid ?? 'none'}` : `${withoutPassword(url)}${path}`;
  return state === 'running' ? where : `${where} [${state}]`;
}

/** A URL that may be shown: without password and without options, which may hold one. */
export function withoutPassword(url: string): string {
  if (!URL.canParse(url)) {
    return '(address not shown)';
  }
  const shownUrl = new URL(url);
  shownUrl.password = '';
  shownUrl.search = '';
  return shownUrl.href.replace(/\/$/, '');
}
