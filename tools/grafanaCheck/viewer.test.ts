import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

import { grafanaApi } from './grafanaApi';
import { Skipped } from './outcome';
import { refusedWrites } from './refusedWrites';
import { temporaryViewer } from './temporaryViewer';

/** A server in Grafana's place: writes down what it is asked, and answers as the test says. */
describe('a Viewer for the checks', () => {
  let server: Server;
  let url: string;
  let asked: string[];
  let statusOf: (call: string) => number;

  beforeEach(async () => {
    asked = [];
    statusOf = () => 200;
    server = createServer((request, response) => {
      const call = `${request.method} ${request.url}`;
      asked.push(call);
      request.resume();
      response.writeHead(statusOf(call), { 'content-type': 'application/json' });
      response.end('{"id": 7, "message": "said by Grafana"}');
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });
  afterEach(() => void server.close());
  const api = () => grafanaApi(url, { user: 'ann', password: 'pw' });

  it('is made, may only look, and is removed again', async () => {
    const viewer = await temporaryViewer(api());
    await viewer.remove();
    expect(asked).toEqual(['POST /api/admin/users', 'PATCH /api/org/users/7', 'DELETE /api/admin/users/7']);
  });

  it('is removed at once when it cannot be made a Viewer', async () => {
    statusOf = (call) => (call.startsWith('PATCH') ? 500 : 200);
    await expect(temporaryViewer(api())).rejects.toThrow('said by Grafana');
    expect(asked.at(-1)).toBe('DELETE /api/admin/users/7');
  });

  it('is left out where the account may not make people', async () => {
    statusOf = () => 403;
    await expect(temporaryViewer(api())).rejects.toThrow(Skipped);
  });

  it('is refused every write, also behind an encoded slash', async () => {
    statusOf = () => 403;
    const told = await refusedWrites(url, { user: 'vic', password: 'pw' }, 'own');
    expect(told).toContain('POST review%2ftests/0 403');
    expect(asked).toContain('POST /api/datasources/proxy/uid/own/review%2ftests/0');
  });

  it('makes the check fail where one write is let through', async () => {
    statusOf = (call) => (call.includes('%2f') ? 200 : 403);
    await expect(refusedWrites(url, { user: 'vic', password: 'pw' }, 'own')).rejects.toThrow(
      'a Viewer may write: POST review/tests/0 403, POST review%2ftests/0 200'
    );
  });
});
