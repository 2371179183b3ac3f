import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DEFAULT_SETTINGS } from '../src/catalog/settings/defaults';
import { aNotification, aPayload } from './notification.fixture';
import { startConsole, type RunningConsole } from './startConsole';

const RUNBOOK = '# ValidationSuccessRateLow\n\n## Meaning\n';
let folder: string;
let running: RunningConsole;
let printed: string[];
let warned: string[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'genwatch-console-'));
  await writeFile(join(folder, 'ValidationSuccessRateLow.md'), RUNBOOK);
  await writeFile(join(folder, 'secret.txt'), 'secret');
  printed = [];
  warned = [];
  running = await startConsole({
    listen: { host: '127.0.0.1', port: 0 },
    runbooks: folder,
    colour: false,
    severities: DEFAULT_SETTINGS.severities,
    print: (text) => printed.push(text),
    warn: (text) => warned.push(text),
  });
});

afterEach(async () => {
  await running.close();
  await rm(folder, { recursive: true });
});

const get = (path: string) => fetch(running.url + path);
const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  fetch(running.url + path, {
    method: 'POST',
    body: typeof body === 'string' ? body : JSON.stringify(body),
    headers: { 'content-type': 'application/json', ...headers },
  });

const resolved = aNotification({ status: 'resolved', endsAt: '2025-01-13T15:40:45Z' });

describe('the alert console', () => {
  it('prints a box for what fires and for what resolves, and lists both in their order', async () => {
    expect((await post('/alertmanager', aPayload(aNotification()))).status).toBe(200);
    expect((await post('/alertmanager', aPayload(resolved))).status).toBe(200);

    expect(printed.map((box) => box.split('\n')[0])).toEqual([
      '🚨 GENWATCH ALERT [CRITICAL]',
      '✅ GENWATCH ALERT [RESOLVED]',
    ]);
    const { fingerprint, labels, annotations } = aNotification();
    expect(await (await get('/alerts')).json()).toEqual({
      alerts: [
        {
          receivedAt: expect.any(String),
          status: 'firing',
          alertname: 'ValidationSuccessRateLow',
          severity: 'critical',
          component: 'repair',
          labels,
          annotations,
          startsAt: '2025-01-13T15:30:45.123Z',
          endsAt: null,
          fingerprint,
        },
        expect.objectContaining({ status: 'resolved', endsAt: '2025-01-13T15:40:45Z' }),
      ],
    });
  });

  it('reminds in one line of an alert that is delivered again', async () => {
    await post('/alertmanager', aPayload(aNotification()));
    await post('/alertmanager', aPayload(aNotification(), aNotification({ fingerprint: 'new', alertname: 'New' })));
    expect(printed).toHaveLength(3);
    expect(printed[1]).toBe('… still firing since 2025-01-13T15:30:45Z: Too few repairs succeed (repair, critical)');
    expect(printed[2]).toContain('GENWATCH ALERT [CRITICAL]');
  });

  it('keeps 500 notifications', async () => {
    const many = Array.from({ length: 510 }, (_, i) => aNotification({ fingerprint: `f${i}` }));
    await post('/alertmanager', aPayload(...many));
    const { alerts } = (await (await get('/alerts')).json()) as { alerts: Array<{ fingerprint: string }> };
    expect(alerts).toHaveLength(500);
    expect(alerts.at(-1)?.fingerprint).toBe('f509');
  });

  it('notes the time of a watchdog, and prints and lists nothing for it', async () => {
    const health = async () => (await get('/health')).json();
    expect(await health()).toMatchObject({ status: 'ok', watchdog: { state: 'waiting', lastReceivedAt: null } });
    await post('/watchdog', aPayload(resolved));
    expect(await health()).toMatchObject({ watchdog: { lastReceivedAt: null } });

    const before = Date.now();
    await post('/watchdog', aPayload(aNotification({ alertname: 'GenwatchWatchdog' })));
    const { watchdog } = (await health()) as { watchdog: { state: string; lastReceivedAt: string } };
    expect(watchdog.state).toBe('heard');
    expect(Date.parse(watchdog.lastReceivedAt)).toBeGreaterThanOrEqual(before);
    expect(printed).toEqual([]);
    expect(await (await get('/alerts')).json()).toEqual({ alerts: [] });
  });

  it('refuses a body that is not JSON or not a webhook, and tells the operator, since it is not sent again', async () => {
    const broken = await post('/alertmanager', '{"version":');
    expect(broken.status).toBe(400);
    expect(await broken.json()).toEqual({ error: expect.stringContaining('The body is not JSON') });

    const wrong = await post('/alertmanager', { ...aPayload(aNotification()), version: '3' });
    expect(wrong.status).toBe(400);
    expect(await wrong.json()).toEqual({ error: expect.stringContaining('version: ') });
    expect(warned).toEqual([expect.stringContaining('not JSON'), expect.stringContaining('version: ')]);
  });

  it('takes a body of 1 MB and refuses a longer one, announced or not', async () => {
    const upTo = (size: number) => JSON.stringify(aPayload(aNotification())).padEnd(size);
    expect((await post('/alertmanager', upTo(1024 * 1024))).status).toBe(200);
    expect((await post('/alertmanager', upTo(1024 * 1024 + 1))).status).toBe(413);

    const body = new Blob([upTo(1024 * 1024 + 1)]).stream();
    const streamed: RequestInit & { duplex: 'half' } = { method: 'POST', body, duplex: 'half' };
    const unannounced = await fetch(`${running.url}/alertmanager`, streamed);
    expect(unannounced.status).toBe(413);
    expect(await unannounced.json()).toEqual({ error: expect.stringContaining('longer than 1048576 bytes') });
  });

  it('takes no alerts from a page in a browser', async () => {
    const response = await post('/alertmanager', aPayload(aNotification()), { origin: 'http://evil.example' });
    expect(response.status).toBe(403);
    expect(printed).toEqual([]);
  });

  it('serves a runbook as markdown', async () => {
    const response = await get('/runbooks/ValidationSuccessRateLow.md');
    expect(response.headers.get('content-type')).toBe('text/markdown; charset=utf-8');
    expect(await response.text()).toBe(RUNBOOK);
  });

  it('says which runbook is missing', async () => {
    const response = await get('/runbooks/Missing.md');
    expect(response.status).toBe(404);
    expect(await response.json()).toEqual({ error: expect.stringContaining('There is no runbook for Missing') });
  });

  it.each([
    '../secret.txt',
    '..%2fsecret.txt',
    '%2e%2e/secret.txt',
    'secret.txt',
    '.md',
    'a.b.md',
    '../../etc/passwd%00.md',
    '',
  ])('never leaves the folder of the runbooks: %s', async (name) => {
    // A client would tidy the path up, so the request is written by hand.
    const answer = await raw(`GET /runbooks/${name} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(answer).toMatch(/^HTTP\/1\.1 404 /);
    expect(answer).not.toContain('secret"');
  });

  it('answers 404 and 405 with what there is', async () => {
    expect((await get('/nothing')).status).toBe(404);
    expect((await get('/constructor')).status).toBe(404);
    const wrongMethod = await get('/alertmanager');
    expect(wrongMethod.status).toBe(405);
    expect(wrongMethod.headers.get('allow')).toBe('POST');
  });

  it('is ready, and shows a page that lets nothing run', async () => {
    expect((await get('/ready')).status).toBe(200);
    const response = await get('/?from=bookmark');
    expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
    expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    expect(await response.text()).toContain('<h1>Genwatch alerts</h1>');
  });

  it('says what to do when its address is in use', async () => {
    const port = Number(new URL(running.url).port);
    await expect(
      startConsole({
        listen: { host: '127.0.0.1', port },
        runbooks: folder,
        colour: false,
        severities: DEFAULT_SETTINGS.severities,
        print: () => undefined,
        warn: () => undefined,
      })
    ).rejects.toThrow(`cannot listen on 127.0.0.1:${port}: stop what uses it, or set GENWATCH_LISTEN`);
  });
});

function raw(request: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    const socket = connect(Number(new URL(running.url).port), '127.0.0.1', () => socket.write(request));
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => (answer += chunk));
    socket.on('end', () => resolve(answer));
    socket.on('error', reject);
  });
}
