import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { connect } from 'node:net';
import { Gauge, Registry } from 'prom-client';

import { serve, type RunningServer, type ServerOptions } from './server';
import { createSource } from './source';
import { TEST_CERTIFICATE } from './testing/certificate';
import { exampleQuery } from './testing/exampleQuery';

const clock = () => 1000;
const templates = () => ({ readings: [], templates: [] });
const silent = { failed: () => undefined, recovered: () => undefined };
const never = new Promise<never>(() => undefined);

let server: RunningServer;
const started: RunningServer[] = [];

async function startServer(changes: Partial<ServerOptions> = {}): Promise<void> {
  const registry = new Registry();
  new Gauge({ name: 'up_to_date', help: 'x', registers: [registry] });
  const read = () => never;
  const sources = [createSource({ settle: '0s', query: exampleQuery(), read, clock, log: silent })];
  const listen = { host: '127.0.0.1', port: 0 };
  server = await serve({
    listen,
    registry,
    sources,
    clock,
    version: '1.2.3',
    onError: () => undefined,
    templates,
    ...changes,
  });
  started.push(server);
}

/** Status, headers and body; `path` goes out as it stands. */
const ask = (path: string, options: { method?: string; headers?: Record<string, string> } = {}) =>
  new Promise<{ status?: number; headers: NodeJS.Dict<string | string[]>; body: string }>((resolve, reject) => {
    const { port } = new URL(server.url);
    const request = httpRequest({ host: '127.0.0.1', port, path, ...options }, (response) => {
      let body = '';
      response.setEncoding('utf8').on('data', (part: string) => (body += part));
      response.on('end', () => resolve({ status: response.statusCode, headers: response.headers, body }));
    });
    request.on('error', reject).end();
  });

afterEach(async () => {
  await Promise.all(started.splice(0).map((running) => running.stop()));
});

describe('the server', () => {
  it("serves /metrics in Prometheus' text format", async () => {
    await startServer();
    const { status, headers, body } = await ask('/metrics?name[]=x');
    expect(status).toBe(200);
    expect(headers['content-type']).toContain('text/plain; version=0.0.4');
    expect(body).toContain('up_to_date 0');
  });

  it('is alive but not ready while a source was never read', async () => {
    await startServer();
    const health = await ask('/health');
    expect(health.status).toBe(200);
    expect(JSON.parse(health.body)).toMatchObject({
      status: 'ok',
      version: '1.2.3',
      sources: [{ up: false, ageSeconds: null }],
    });
    const ready = await ask('/ready');
    expect(ready.status).toBe(503);
    expect(JSON.parse(ready.body)).toEqual({ ready: false, reasons: ['example.orders has not been read yet.'] });
  });

  it.each(['/', '/metrics/', '/toString', '/__proto__', '//metrics', '/%00'])(
    'says at %s what there is instead',
    async (path) => {
      await startServer();
      expect(await ask(path)).toMatchObject({
        status: 404,
        body: expect.stringContaining('/metrics, /health, /ready, /templates'),
      });
    }
  );

  it('can only be read', async () => {
    await startServer();
    expect(await ask('/metrics', { method: 'POST' })).toMatchObject({
      status: 405,
      headers: { allow: 'GET, HEAD' },
      body: '/metrics can only be read: use GET.\n',
    });
    expect(await ask('/metrics', { method: 'HEAD' })).toMatchObject({ status: 200, body: '' });
  });

  it('serves what was mined', async () => {
    await startServer();
    expect(JSON.parse((await ask('/templates')).body)).toEqual(templates());
  });

  it('asks for the token at /metrics and /templates, and leaves the probes open', async () => {
    await startServer({ token: 's3cret' });
    expect((await ask('/templates')).status).toBe(401);
    expect((await ask('/templates', { headers: { authorization: 'Bearer s3cret' } })).status).toBe(200);
    expect(await ask('/metrics')).toMatchObject({ status: 401, headers: { 'www-authenticate': 'Bearer' } });
    for (const authorization of ['Bearer wrong', 'Bearer', 'Basic s3cret', 's3cret']) {
      expect((await ask('/metrics', { headers: { authorization } })).status).toBe(401);
    }
    expect((await ask('/metrics', { headers: { authorization: 'Bearer s3cret' } })).status).toBe(200);
    expect((await ask('/health')).status).toBe(200);
  });

  it('speaks https and nothing else with a certificate', async () => {
    await startServer({ tls: TEST_CERTIFICATE });
    expect(server.url).toMatch(/^https:/);
    const status = await new Promise((resolve, reject) => {
      httpsRequest(`${server.url}/metrics`, { ca: TEST_CERTIFICATE.cert }, (response) => {
        resolve(response.resume().statusCode);
      })
        .on('error', reject)
        .end();
    });
    expect(status).toBe(200);
    await expect(ask('/metrics')).rejects.toThrow();
  });

  it('says what is wrong with a certificate, without a word of its key', async () => {
    const key = TEST_CERTIFICATE.key.replace('M', 'N');
    const error = await startServer({ tls: { ...TEST_CERTIFICATE, key } }).catch((thrown: Error) => thrown);
    expect(String(error)).toContain('GENWATCH_TLS_KEY_FILE cannot be used. Write both as PEM');
    expect(String(error)).not.toContain(key.split('\n')[1]);
  });

  it('answers 500 and goes on when an answer cannot be made', async () => {
    const registry = new Registry();
    const broken = new Error('broken');
    new Gauge({
      name: 'broken',
      help: 'x',
      registers: [registry],
      collect() {
        throw broken;
      },
    });
    const errors: unknown[] = [];
    await startServer({ registry, onError: (error) => errors.push(error) });
    expect((await ask('/metrics')).status).toBe(500);
    expect(errors).toEqual([broken]);
    expect((await ask('/health')).status).toBe(200);
  });

  it('says who is in the way of its port, and what to do', async () => {
    await startServer();
    const port = Number(new URL(server.url).port);
    await expect(startServer({ listen: { host: '127.0.0.1', port } })).rejects.toThrow(
      `Cannot listen on 127.0.0.1:${port}: another program uses the port. Set GENWATCH_LISTEN to another address.`
    );
  });

  it('stops within two seconds though a client keeps its connection open', async () => {
    await startServer();
    const { port } = new URL(server.url);
    const idle = connect(Number(port), '127.0.0.1');
    idle.on('error', () => undefined);
    await new Promise<void>((resolve) => idle.write('GET /metrics HTTP/1.1\r\n', () => resolve()));
    const before = performance.now();
    await server.stop();
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
