import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

import packageFile from '../../package.json';

const ROOT = path.resolve(__dirname, '../..');
const read = (file: string): string => readFileSync(path.join(ROOT, file), 'utf8');

interface Service {
  readonly image: string;
  readonly build?: { readonly context: string; readonly target: string };
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly command?: readonly string[];
  readonly tmpfs?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly env_file?: string;
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
  readonly healthcheck?: { readonly test: readonly string[]; readonly interval: string; readonly retries: number };
}

const compose = parse(read('docker-compose.yaml'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>;
  readonly volumes: Readonly<Record<string, unknown>>;
};
const services = Object.entries(compose.services);
const service = (name: string): Service => compose.services[name] ?? { image: '' };

/** Where each mounted file or folder of the checkout is seen in its container. */
const mounts = ({ volumes = [] }: Service) =>
  volumes
    .filter((volume) => volume.startsWith('.'))
    .map((volume) => {
      const [from = '', to = '', mode = ''] = volume.split(':');
      return { from, to, mode };
    });
const mounted = (name: string, file: string): string =>
  mounts(service(name)).find(({ to }) => file === to || file.startsWith(`${to}/`))?.from ?? '';

/** Nothing here can run containers, so what would stop them from starting is looked for in the files. */
describe('docker-compose.yaml', () => {
  it('has every part of the demo', () => {
    expect(Object.keys(compose.services).sort()).toEqual(
      ['alertmanager', 'blackbox', 'console', 'exporter', 'grafana', 'postgres', 'prometheus', 'simulator'].sort()
    );
  });

  it.each(services)('%s has a pinned image, a health check, and ports on this machine only', (_, one) => {
    expect(one.image).toMatch(/:v?\d+\.\d+/);
    expect(one.healthcheck?.test[0]).toBe('CMD');
    expect(one.healthcheck?.retries).toBeGreaterThan(1);
    expect(one.ports?.length).toBeGreaterThan(0);
    one.ports?.forEach((port) => expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/));
  });

  it.each(services)('%s mounts only what is there, and only to read', (_, one) => {
    mounts(one).forEach(({ from, mode }) => {
      expect({ from, exists: existsSync(path.join(ROOT, from)) }).toEqual({ from, exists: true });
      expect(mode).toBe('ro');
    });
    const named = (one.volumes ?? []).filter((volume) => !volume.startsWith('.')).map((volume) => volume.split(':')[0]);
    named.forEach((volume) => expect(Object.keys(compose.volumes)).toContain(volume));
  });

  it.each(services)('%s is asked for health on a port that it publishes', (_, one) => {
    const text = one.healthcheck?.test.join(' ') ?? '';
    const asked = /127\.0\.0\.1:(\d+)/.exec(text)?.[1] ?? '5432';
    expect(one.ports?.map((port) => port.split(':')[2])).toContain(asked);
  });

  it.each(services)('%s waits only for services that are there', (_, { depends_on = {} }) => {
    Object.entries(depends_on).forEach(([name, { condition }]) => {
      expect(Object.keys(compose.services)).toContain(name);
      expect(condition).toBe('service_healthy');
    });
  });

  it('gives nobody a password by default, and writes none down', () => {
    const values = services.flatMap(([, { environment = {} }]) => Object.entries(environment));
    const secrets = values.filter(
      ([name, value]) => /PASSWORD|DATABASE_URL|SECRET$/.test(`${name}`) || value.includes('PASSWORD')
    );
    expect(secrets.length).toBeGreaterThanOrEqual(5);
    secrets.forEach(([, value]) =>
      expect(value).toMatch(/\$\{GENWATCH_((OWNER|READER|REVIEWER|GRAFANA)_PASSWORD|REVIEW_SECRET):\?[^}]+\}/)
    );
    expect(service('grafana').environment?.GF_AUTH_ANONYMOUS_ENABLED).toBe('false');
  });

  it('builds its own images from targets of the Dockerfile, under the version of this Genwatch', () => {
    const targets = [...read('Dockerfile').matchAll(/^FROM \S+ AS (\S+)$/gm)].map(([, name]) => name);
    const built = services.filter(([, { build }]) => build !== undefined);
    expect(built.map(([name]) => name).sort()).toEqual(['console', 'exporter', 'grafana', 'simulator']);
    built.forEach(([, { build, image }]) => {
      expect(targets).toContain(build?.target);
      expect(image.endsWith(packageFile.version)).toBe(true);
    });
    expect(read('Dockerfile')).toContain('FROM grafana/grafana:12.3.0 AS grafana');
  });

  it('copies into the images what the bundle and the build write', () => {
    const copied = [...read('Dockerfile').matchAll(/artifacts\/services\/(\S+)\.js/g)].map(([, file]) => `${file}.ts`);
    expect(copied.sort()).toEqual(['console/main.ts', 'demo/simulator/main.ts', 'exporter/main.ts']);
    copied.forEach((file) => expect(packageFile.scripts.bundle).toContain(` ${file} `));
    expect(packageFile.scripts.bundle).toContain('--outdir=artifacts/services');
  });
});

describe('the configuration of the servers in docker-compose.yaml', () => {
  /** `name:port` of a service, at a port that it publishes: there it listens. */
  const listening = services.flatMap(([name, { ports = [] }]) => ports.map((port) => `${name}:${port.split(':')[2]}`));
  const hosts = (text: string): string[] =>
    [...text.matchAll(/(?:https?:\/\/|[\s=@-] ?)([a-z]+:\d{4,5})\b/g)].map(([, host]) => host ?? '');

  it.each(['prometheus.yml', 'alertmanager.yml', 'grafana.env'])('%s names services where they listen', (file) => {
    const text = read(`deploy/compose/${file}`);
    expect(text).not.toMatch(/127\.0\.0\.1|localhost/);
    expect(hosts(text).length).toBeGreaterThan(1);
    hosts(text).forEach((host) => expect(listening).toContain(host));
  });

  it('reaches the database where it listens', () => {
    ['exporter', 'simulator'].forEach((name) =>
      expect(service(name).environment?.GENWATCH_DATABASE_URL).toMatch(/@postgres:5432\/genwatch$/)
    );
  });

  it('gives exporter and Grafana the same secret, and the exporter a place for it that it may write to', () => {
    const { environment: exporter = {}, command = [] } = service('exporter');
    expect(exporter.GENWATCH_REVIEW_SECRET).toBe(service('grafana').environment?.GENWATCH_REVIEW_SECRET);
    expect(exporter.GENWATCH_REVIEW_DATABASE_URL).toMatch(/genwatch_reviewer:.*@postgres:5432\/genwatch$/);
    const [place] = service('exporter').tmpfs ?? [];
    expect(exporter.GENWATCH_REVIEW_SECRET_FILE?.startsWith(`${place?.split(':')[0]}/`)).toBe(true);
    // As the image starts it, with the secret written first.
    expect(command.at(-1)).toContain('exec node exporter.js');
    expect(read('Dockerfile')).toContain('CMD ["node", "exporter.js"]');
  });

  it('leads Prometheus to every rule file, from where its configuration is mounted', () => {
    const { rule_files } = parse(read('deploy/compose/prometheus.yml')) as { rule_files: string[] };
    const flag =
      service('prometheus')
        .command?.find((one) => one.startsWith('--config.file='))
        ?.split('=')[1] ?? '';
    expect(mounted('prometheus', flag)).toBe('./deploy/compose/prometheus.yml');
    const seen = rule_files.map((file) => path.posix.join(path.posix.dirname(flag), file));
    expect(seen.length).toBeGreaterThan(3);
    seen.forEach((file) => {
      const from = mounted('prometheus', file);
      expect(existsSync(path.join(ROOT, from, path.posix.basename(file)))).toBe(true);
    });
  });

  it('has the template of Alertmanager beside its configuration', () => {
    const { templates } = parse(read('deploy/compose/alertmanager.yml')) as { templates: string[] };
    templates.forEach((file) => expect(mounted('alertmanager', `/etc/alertmanager/${file}`)).toContain(file));
  });

  it('tells Grafana of all it provisions, and has the dashboards where the variable says', () => {
    const environment = read('deploy/compose/grafana.env');
    const given = [...environment.matchAll(/^(\w+)=.+$/gm)].map(([, name]) => name ?? '');
    const own = Object.keys(service('grafana').environment ?? {});
    const files = ['datasources', 'plugins', 'dashboards'].map((folder) =>
      read(`provisioning/grafana/${folder}/genwatch.yaml`)
    );
    const asked = new Set([...files.join().matchAll(/\$(\w+)/g)].map(([, name]) => name ?? ''));
    // The exporter asks for no token here.
    asked.delete('GENWATCH_EXPORTER_TOKEN');
    asked.forEach((name) => expect([...given, ...own]).toContain(name));
    expect(service('grafana').env_file).toBe('deploy/compose/grafana.env');
    expect(mounted('grafana', /^GENWATCH_DASHBOARDS=(.+)$/m.exec(environment)?.[1] ?? '')).toBe('./dashboards');
  });

  it('probes with a module that the prober has', () => {
    const { scrape_configs } = parse(read('deploy/compose/prometheus.yml')) as {
      scrape_configs: Array<{ job_name: string; params?: { module: string[] } }>;
    };
    const { modules } = parse(read('deploy/compose/blackbox.yml')) as { modules: object };
    const asked = scrape_configs.find(({ job_name }) => job_name === 'genwatch-prober')?.params?.module ?? [];
    expect(asked).toEqual(Object.keys(modules));
  });
});
