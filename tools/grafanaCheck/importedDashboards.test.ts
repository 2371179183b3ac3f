import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

import { grafanaApi, type GrafanaApi } from './grafanaApi';
import { importDashboard, temporaryFolder } from './importedDashboards';

interface Request {
  readonly call: string;
  readonly authorization: string | undefined;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A server in Grafana's place that writes down what it is asked. */
describe('dashboards imported for a check', () => {
  let server: Server;
  let api: GrafanaApi;
  let asked: Request[];
  let answer: { status: number; body: object };

  beforeEach(async () => {
    asked = [];
    answer = { status: 200, body: { uid: 'taken', imported: true } };
    server = createServer((request, response) => {
      const parts: Buffer[] = [];
      request.on('data', (part: Buffer) => parts.push(part));
      request.on('end', () => {
        const text = Buffer.concat(parts).toString();
        asked.push({
          call: `${request.method} ${request.url}`,
          authorization: request.headers.authorization,
          body: text === '' ? {} : (JSON.parse(text) as Request['body']),
        });
        response.writeHead(answer.status, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answer.body));
      });
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    api = grafanaApi(`http://127.0.0.1:${port}`, { user: 'ann', password: 'päss' });
  });
  afterEach(() => void server.close());

  const file = {
    file: 'ovens.json',
    dashboard: {
      uid: 'acme-ovens',
      title: 'Ovens',
      __inputs: [
        { name: 'DS', type: 'datasource', pluginId: 'prometheus' },
        { name: 'DAYS', type: 'constant', value: '7' },
      ],
    },
  };
  const sources = [{ uid: 'prom', name: 'Prometheus', type: 'prometheus', readOnly: true, jsonData: {} }];

  it('go into a folder of their own under a uid of their own, with every input given', async () => {
    const folder = await temporaryFolder(api);
    expect(await importDashboard(api, file, folder, sources)).toBe('taken');
    const [, { call, body }] = asked as [Request, Request];
    expect(call).toBe('POST /api/dashboards/import');
    expect(body).toMatchObject({ folderUid: folder.uid, overwrite: false, dashboard: { id: null, title: 'Ovens' } });
    const { uid } = body.dashboard as { uid: string };
    expect(uid).not.toBe('acme-ovens');
    expect(uid.length).toBeLessThanOrEqual(40);
    expect(body.inputs).toEqual([
      expect.objectContaining({ name: 'DS', value: 'prom' }),
      expect.objectContaining({ name: 'DAYS', value: '7' }),
    ]);
  });

  it('are removed with their folder', async () => {
    const folder = await temporaryFolder(api);
    await folder.remove();
    expect(asked.map(({ call }) => call)).toEqual([
      'POST /api/folders',
      `DELETE /api/folders/${folder.uid}?forceDeleteRules=true`,
    ]);
  });

  it('are asked for as the account, and what Grafana refuses is told in its words', async () => {
    answer = { status: 403, body: { message: 'You need the permission folders:create' } };
    await expect(temporaryFolder(api)).rejects.toThrow(
      'POST /api/folders was answered with 403: You need the permission folders:create'
    );
    expect(asked[0]?.authorization).toBe(`Basic ${Buffer.from('ann:päss').toString('base64')}`);
  });

  it('fail when Grafana says that it did not import', async () => {
    const folder = await temporaryFolder(api);
    answer = { status: 200, body: { uid: 'x', imported: false } };
    await expect(importDashboard(api, file, folder, sources)).rejects.toThrow('is not imported');
  });
});

it('says where nobody answers', async () => {
  const api = grafanaApi('http://127.0.0.1:1', { user: 'ann', password: 'x' });
  await expect(api.get('/api/health')).rejects.toThrow('is http://127.0.0.1:1 the address of Grafana?');
});
