import { parse } from 'yaml';
import { buildCatalog } from '../../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../../src/catalog/settings/defaults';
import { merge, type Changes } from '../../../src/catalog/settings/merge';
import { type Settings } from '../../../src/catalog/settings/settings';
import { SYSTEMS } from '../../../src/catalog/systems';
import { emitGrafana } from './emitGrafana';

const SECRETS = ['GENWATCH_POSTGRES_PASSWORD', 'GENWATCH_EXPORTER_TOKEN', 'GENWATCH_REVIEW_SECRET'];

const emitted = (changes: Changes<Settings> = {}) =>
  emitGrafana(buildCatalog(SYSTEMS, merge(DEFAULT_SETTINGS, changes)));
const textOf = (file: string, changes?: Changes<Settings>): string =>
  emitted(changes).get(`provisioning/grafana/${file}`) ?? '';

interface Source {
  readonly uid: string;
  readonly type: string;
  readonly jsonData: Readonly<Record<string, unknown>>;
}
const sources = (changes?: Changes<Settings>): readonly Source[] =>
  (parse(textOf('datasources/genwatch.yaml', changes)) as { datasources: Source[] }).datasources;
const nested = (changes?: Changes<Settings>) => sources(changes).find(({ uid }) => uid === 'genwatch')?.jsonData ?? {};

/** As Grafana reads a text of a provisioning file: `$$` parts it, and variables are expanded within the parts. */
const expanded = (text: string): string =>
  text
    .split('$$')
    .map((part) => part.replace(/\$\{?(\w+)\}?/g, ''))
    .join('$');

describe('emitGrafana', () => {
  it('makes the delegates that the nested data source names', () => {
    const uids = sources().map(({ uid }) => uid);
    const { postgresUid, prometheusUid } = nested();
    expect(uids).toEqual(expect.arrayContaining([postgresUid, prometheusUid, 'genwatch-alertmanager']));
    expect(sources().find(({ uid }) => uid === 'genwatch-prometheus')?.jsonData.alertmanagerUid).toBe(
      'genwatch-alertmanager'
    );
  });

  it('reads no variable that the environment file does not tell of, and gives every other one a value', () => {
    const all = ['datasources', 'plugins', 'dashboards'].map((folder) => textOf(`${folder}/genwatch.yaml`)).join();
    const read = new Set([...all.matchAll(/\$(\w+)/g)].map(([, name]) => name ?? ''));
    const file = textOf('genwatch.env');
    const given = [...file.matchAll(/^(\w+)=.+$/gm)].map(([, name]) => name ?? '');
    expect([...read].sort()).toEqual([...given, ...SECRETS].sort());
    SECRETS.forEach((name) => expect(file).toContain(`#   ${name} `));
  });

  it('expands each variable once, so that a password may hold a dollar', () => {
    expect(textOf('datasources/genwatch.yaml')).not.toContain('${');
  });

  it('takes the addresses from the settings', () => {
    const file = textOf('genwatch.env', {
      targets: { exporter: ['exporter:9464', 'exporter-2:9464'] },
      scrape: { exporter: { scheme: 'https' } },
      receivers: { console: 'http://console:9465' },
    });
    expect(file).toContain('GENWATCH_EXPORTER_URL=https://exporter:9464\n');
    expect(file).toContain('GENWATCH_CONSOLE_URL=http://console:9465\n');
    expect(file).toContain('GENWATCH_PROMETHEUS_URL=http://127.0.0.1:9090\n');
  });

  it('says nothing of settings where the defaults hold', () => {
    expect(nested()).not.toHaveProperty('settings');
  });

  it('hands on what differs from the defaults, dollars included', () => {
    const changes = {
      thresholds: { 'validation.success_rate': { critical: '55' } },
      validation: { phrases: { attempt: ['^repair$', '\\$HOME'] } },
    };
    const { settings } = nested(changes) as { settings: typeof changes };
    expect(settings.thresholds).toEqual(changes.thresholds);
    expect(settings.validation.phrases.attempt.map(expanded)).toEqual(changes.validation.phrases.attempt);
  });

  it('tells browsers nothing of receivers and servers', () => {
    const all = textOf('datasources/genwatch.yaml', {
      receivers: { webhook: { url: 'https://hooks.example.com/secret' } },
      targets: { exporter: ['10.0.0.7:9464'] },
      scrape: { exporter: { tokenFile: '/run/secrets/token' } },
    });
    expect(all).not.toMatch(/hooks\.example|10\.0\.0\.7|run\/secrets/);
  });
});
