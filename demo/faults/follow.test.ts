import { once } from 'node:events';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';
import { type Stack } from '../stack/stackFile';
import { follow } from './follow';
import { activeOf, includes } from './notifications';

const ALERT = { alertname: 'ValidationAttemptLimit', severity: 'critical', component: 'repair' };
const { alertname, severity } = ALERT;

/** What Alertmanager and the console answer, in their own form; changed by the tests as time goes on. */
interface Answers {
  held: boolean;
  told: Array<{ receivedAt: string; status: 'firing' | 'resolved'; alertname: string; severity: string }>;
}

describe('following an alert', () => {
  const answers: Answers = { held: false, told: [] };
  const asked: string[] = [];
  let server: Server;
  let stack: Stack;

  beforeAll(async () => {
    server = createServer(({ url = '' }, response) => {
      asked.push(decodeURIComponent(url));
      const held = answers.held ? [{ labels: { alertname, severity, component: 'repair' } }] : [];
      response.end(JSON.stringify(url.startsWith('/api/') ? held : { alerts: answers.told }));
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    const service = { url, state: 'running' } as const;
    stack = {
      ready: true,
      startedAt: '2026-06-01T00:00:00.000Z',
      dataDir: '/nowhere',
      supervisor: { pid: 1 },
      control: { url, token: '' },
      services: { alertmanager: service, console: service },
    };
  });
  afterAll(() => {
    server.closeAllConnections();
    server.close();
  });
  beforeEach(() => {
    answers.held = false;
    answers.told = [];
  });

  it('asks Alertmanager for one component', async () => {
    answers.held = true;

    const active = await activeOf(stack, 'repair');

    expect(asked.at(-1)).toBe('/api/v2/alerts?filter=component="repair"');
    expect(includes(active, ALERT)).toBe(true);
    expect(includes(active, { ...ALERT, severity: 'warning' })).toBe(false);
  });

  it('tells how long Alertmanager and the console took, and takes no earlier notification for the new one', async () => {
    const since = Date.now();
    const told = (status: 'firing' | 'resolved', at: number, level = severity) => ({
      receivedAt: new Date(at).toISOString(),
      status,
      alertname,
      severity: level,
    });
    answers.held = true;
    answers.told = [
      told('firing', since - 60_000),
      told('resolved', since + 1_000),
      told('firing', since + 2_000, 'warning'),
      told('firing', since + 7_000),
    ];

    const delays = await follow(stack, ALERT, 'firing', { since, due: since + 60_000 });

    expect(delays.console).toBe(7);
    expect(delays.alertmanager).toBeLessThan(5);
  });

  it('waits until it is gone when it should be resolved', async () => {
    const since = Date.now();
    answers.held = true;
    answers.told = [{ receivedAt: new Date(since).toISOString(), status: 'resolved', alertname, severity }];
    let done = false;
    const following = follow(stack, ALERT, 'resolved', { since, due: since + 60_000 }).then(() => (done = true));

    await activeOf(stack, 'repair');
    expect(done).toBe(false);
    answers.held = false;
    await following;
  });

  it('says what did not come when it is a minute late', async () => {
    const longAgo = Date.now() - 120_000;

    await expect(follow(stack, ALERT, 'firing', { since: longAgo, due: longAgo })).rejects.toThrow(
      'ValidationAttemptLimit (critical) is firing in Alertmanager'
    );
  });

  it('names the service that does not answer', async () => {
    const gone = { ...stack, services: { alertmanager: { url: 'http://127.0.0.1:1', state: 'stopped' as const } } };

    await expect(activeOf(gone, 'repair')).rejects.toThrow('Asking http://127.0.0.1:1/api/v2/alerts');
  });
});
