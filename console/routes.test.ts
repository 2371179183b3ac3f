import { type IncomingMessage } from 'node:http';
import { DEFAULT_SETTINGS } from '../src/catalog/settings/defaults';
import { type Watchdog } from './deadMan';
import { consoleRoutes } from './routes';

const at = (minutes: number) => new Date(Date.UTC(2025, 0, 13, 15, 0) + minutes * 60_000);

describe('/health of the console', () => {
  const health = async (current: Watchdog, now: Date) => {
    const routes = consoleRoutes({
      notifications: () => [],
      tell: () => undefined,
      watchdog: { current },
      runbooks: '',
      severities: DEFAULT_SETTINGS.severities,
      now: () => now,
    });
    const answer = await routes('/health')?.GET?.({} as IncomingMessage);
    return { status: answer?.status, body: JSON.parse(answer?.text ?? '') as unknown };
  };

  it('is well while the watchdog comes, and while the first one may still come', async () => {
    expect(await health({ startedAt: at(0) }, at(3))).toMatchObject({ status: 200, body: { status: 'ok' } });
    expect(await health({ startedAt: at(0), lastHeardAt: at(10) }, at(13))).toMatchObject({ status: 200 });
  });

  it('answers 503 when none came for three minutes, so that a plain HTTP check notices', async () => {
    expect(await health({ startedAt: at(0), lastHeardAt: at(10) }, at(13.01))).toEqual({
      status: 503,
      body: {
        status: 'silent',
        startedAt: at(0).toISOString(),
        watchdog: { state: 'silent', lastReceivedAt: at(10).toISOString() },
      },
    });
  });
});
