import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, request, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { startPreview, type RunningPreview } from './startPreview';

/** Answers with what it was asked. */
const echo = (): Promise<Server> =>
  new Promise((resolve) => {
    const server = createServer((asked, response) => {
      const { method, url = '', headers } = asked;
      const status = /^\/(alerts|review\/tests\/7)$/.test(url) ? 200 : url === '/api/v2/silences' ? 401 : 404;
      const { cookie = null, 'x-secret': secret, 'x-grafana-user': user, 'content-type': type } = headers;
      let body = '';
      asked.setEncoding('utf8').on('data', (part: string) => (body += part));
      asked.on('end', () => {
        response.writeHead(status, { 'content-type': 'application/json' });
        const told = method === 'POST' ? { secret, user, type, body } : { secret };
        response.end(JSON.stringify({ method, url, cookie, ...told }));
      });
    });
    server.listen(0, '127.0.0.1', () => resolve(server));
  });

const source = (uid: string, type: string, jsonData = {}) => ({ uid, name: uid, type, isDefault: false, jsonData });

describe('the preview', () => {
  const folder = mkdtempSync(join(tmpdir(), 'genwatch-preview-'));
  let upstream: Server;
  let preview: RunningPreview;

  beforeAll(async () => {
    upstream = await echo();
    const url = `http://127.0.0.1:${(upstream.address() as AddressInfo).port}`;
    for (const part of ['plugin/datasource', 'host', 'dashboards']) {
      mkdirSync(join(folder, part), { recursive: true });
    }
    const json = (file: string, value: unknown) => writeFileSync(join(folder, file), JSON.stringify(value));
    json('plugin/plugin.json', { id: 'the-app', name: 'App', type: 'app' });
    json('plugin/datasource/plugin.json', {
      id: 'the-datasource',
      name: 'Data',
      type: 'datasource',
      routes: [
        { path: 'console/alerts', method: 'GET', url: '{{ .JsonData.consoleUrl }}/alerts' },
        { path: 'alertmanager/silences', method: 'GET', url: '{{ .JsonData.alertmanagerUrl }}/api/v2/silences' },
        { path: 'console/writes', method: 'POST', url: '{{ .JsonData.consoleUrl }}/alerts' },
        {
          path: 'review',
          method: 'POST',
          reqRole: 'Editor',
          url: '{{ .JsonData.consoleUrl }}/review',
          headers: [{ name: 'X-Secret', content: '{{ .SecureJsonData.theSecret }}' }],
        },
        { path: 'exporter/health', method: 'GET', url: '{{ .JsonData.exporterUrl }}/health' },
      ],
    });
    json('dashboards/one.json', { uid: 'one', title: 'One', panels: [] });
    writeFileSync(join(folder, 'host/index.html'), '<p>the page</p>');
    writeFileSync(join(folder, 'secret.txt'), 'not for you');
    preview = await startPreview({
      port: 0,
      pluginFolder: join(folder, 'plugin'),
      dashboardsFolder: join(folder, 'dashboards'),
      hostFolder: join(folder, 'host'),
      databaseUrl: 'postgresql://nobody@127.0.0.1:1/none',
      prometheusUrl: url,
      dataSources: [
        source('genwatch', 'the-datasource', {
          consoleUrl: url,
          alertmanagerUrl: url,
          exporterUrl: 'http://127.0.0.1:1',
        }),
        source('genwatch-postgres', 'grafana-postgresql-datasource'),
        source('genwatch-prometheus', 'prometheus'),
      ],
      secrets: { genwatch: { theSecret: 's3cret' } },
    });
  });
  afterAll(async () => {
    await preview.close();
    upstream.close();
    rmSync(folder, { recursive: true, force: true });
  });

  /** With the headers and the path as they are written: fetch would change both. */
  const ask = (path: string, { method = 'GET', headers = {}, body = '' } = {}) =>
    new Promise<{ status: number; text: string }>((resolve, reject) => {
      const { port } = new URL(preview.url);
      const asked = request({
        host: '127.0.0.1',
        port,
        path,
        method,
        headers: { host: `localhost:${port}`, ...headers },
      });
      asked.on('error', reject).on('response', (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (part: string) => (text += part));
        response.on('end', () => resolve({ status: response.statusCode ?? 0, text }));
      });
      asked.end(body);
    });
  const proxy = '/api/datasources/proxy/uid/genwatch';

  it('shows its page at every place, and files only below their folders', async () => {
    expect((await ask('/a/the-app/overview?from=now-1h')).text).toBe('<p>the page</p>');
    expect((await ask('/preview/..%2f..%2fsecret.txt')).status).toBe(404);
    expect((await ask('/public/plugins/the-app/%2e%2e/%2e%2e/secret.txt')).text).not.toContain('not for you');
    expect((await ask('/public/plugins/the-app/..%2f..%2fsecret.txt')).status).toBe(404);
    expect((await ask('/public/plugins/the-app/plugin.json')).status).toBe(200);
  });

  it('asks the routes of plugin.json, without what the browser knows', async () => {
    const { status, text } = await ask(`${proxy}/console/alerts`, { headers: { cookie: 'session=1' } });
    expect([status, JSON.parse(text)]).toEqual([200, { method: 'GET', url: '/alerts', cookie: null }]);
  });

  describe('a route that writes', () => {
    const send = (headers = {}, path = 'review/tests/7') =>
      ask(`${proxy}/${path}`, {
        method: 'POST',
        body: '{"verdict":"approved"}',
        headers: { 'content-type': 'application/json', ...headers },
      });

    it('is reached with its secret and the name of the person, and nothing that a browser made up', async () => {
      const { status, text } = await send({
        cookie: 'genwatch-preview-role=editor',
        'x-secret': 'guessed',
        'x-grafana-user': 'mallory',
      });
      expect([status, JSON.parse(text)]).toEqual([
        200,
        {
          method: 'POST',
          url: '/review/tests/7',
          cookie: null,
          secret: 's3cret',
          user: 'preview',
          type: 'application/json',
          body: '{"verdict":"approved"}',
        },
      ]);
      expect((await send()).status).toBe(200);
    });

    it('is refused to a Viewer, whatever the way', async () => {
      const viewer = { cookie: 'genwatch-preview-role=viewer' };
      expect(await send(viewer)).toEqual({ status: 403, text: '{"message":"plugin proxy route access denied"}\n' });
      expect((await send(viewer, 'review%2ftests%2f7')).status).toBe(403);
      expect((await send(viewer, 'console/alerts%2f..%2freview%2ftests%2f7')).status).toBe(405);
      expect((await send(viewer, 'console/alerts')).status).toBe(405);
    });

    it('is refused to other sites and under other names, and cannot be read', async () => {
      expect((await send({ origin: 'http://evil.example' })).status).toBe(403);
      expect((await send({ host: 'evil.example' })).status).toBe(403);
      expect((await ask(`${proxy}/review/tests/7`)).status).toBe(502);
      expect((await send({}, 'review/tests/7.')).status).toBe(405);
    });

    it('gives its secret to no other one, and to no page', async () => {
      expect((await ask(`${proxy}/console/alerts`)).text).not.toContain('s3cret');
      const settings = (await ask('/preview/settings.js')).text;
      expect(settings).toContain('the-datasource');
      expect(settings).not.toMatch(/s3cret|theSecret/);
    });
  });

  it.each(['console/alerts/', 'console/alertsX', 'console', 'console/alerts%2f..%2fother', 'console/writes'])(
    'has no route %s',
    async (path) => {
      expect((await ask(`${proxy}/${path}`)).status).toBe(502);
    }
  );

  it('tells as Grafana does that a token is refused, and that nobody answers', async () => {
    expect(await ask(`${proxy}/alertmanager/silences`)).toEqual({
      status: 400,
      text: '{"message":"Authentication to data source failed"}\n',
    });
    expect((await ask(`${proxy}/exporter/health`)).status).toBe(502);
  });

  it('refuses other names, other sites and changes on the wire, too', async () => {
    expect((await ask('/api/search', { headers: { host: 'evil.example' } })).status).toBe(403);
    expect((await ask('/', { headers: { host: 'evil.example' } })).status).toBe(403);
    expect((await ask('/api/search', { headers: { origin: 'http://evil.example' } })).status).toBe(403);
    expect((await ask('/api/dashboards/uid/one', { method: 'DELETE' })).status).toBe(405);
    expect((await ask('/api/search')).status).toBe(200);
  });

  it('answers a query that fails with its error, and the others with theirs', async () => {
    const query = (refId: string, uid: string, rest: object) => ({ refId, datasource: { uid }, ...rest });
    const body = JSON.stringify({
      from: '0',
      to: '1000',
      queries: [
        query('A', 'genwatch-postgres', { rawSql: 'SELECT 1', format: 'table' }),
        query('B', 'genwatch-postgres', { rawSql: '', format: 'table' }),
        query('C', 'elsewhere', {}),
      ],
    });
    const { status, text } = await ask('/api/ds/query', { method: 'POST', body });
    const { results } = JSON.parse(text) as { results: Record<string, { status: number; error?: string }> };
    expect([status, results.A?.status, results.B?.status, results.C?.status]).toEqual([400, 400, 200, 400]);
    expect(results.A?.error).toContain('db query error: failed to connect to server');
    expect(results.C?.error).toContain('data source elsewhere was not found');
  });

  it('refuses what is no query', async () => {
    expect((await ask('/api/ds/query', { method: 'POST', body: 'no json' })).status).toBe(400);
    expect((await ask('/api/ds/query', { method: 'POST', body: '{"queries":[]}' })).status).toBe(400);
    expect((await ask('/api/ds/query', { method: 'POST', body: 'x'.repeat(1_100_000) })).status).toBe(413);
  });
});
