import { type IncomingMessage } from 'node:http';
import { type Settings } from '../src/catalog/settings/settings';
import { alertsPage } from './alertsPage';
import { readBody } from './body';
import { watchdogState, type Watchdog } from './deadMan';
import { HttpError } from './httpError';
import { notificationOf, type Notification } from './notification';
import { readPayload, type Payload } from './payload';
import { readRunbook } from './runbook';

const BODY_LIMIT = 1024 * 1024;

/** What the routes work with. */
export interface RouteParts {
  /** What arrived so far, oldest first. */
  readonly notifications: () => readonly Notification[];
  /** Keeps and shows what arrived. */
  readonly tell: (notification: Notification) => void;
  /** Changed by every watchdog that arrives. */
  readonly watchdog: { current: Watchdog };
  /** Folder of the runbooks. */
  readonly runbooks: string;
  readonly severities: Settings['severities'];
  readonly now: () => Date;
}

/** What is sent back; `type` is the content type. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly text: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler = (request: IncomingMessage) => Answer | Promise<Answer>;
export type Method = 'GET' | 'POST';
/** The handlers of a path, or nothing where there is none. */
export type Routes = (path: string) => Partial<Record<Method, Handler>> | undefined;

export const json = (value: unknown, status = 200): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  text: `${JSON.stringify(value)}\n`,
});

/** Everything the console answers. Handlers throw an `HttpError` for what is the sender's fault. */
export function consoleRoutes({ notifications, tell, watchdog, runbooks, severities, now }: RouteParts): Routes {
  const exact: Record<string, Partial<Record<Method, Handler>>> = {
    '/': {
      GET: () => {
        const at = now();
        const { lastHeardAt } = watchdog.current;
        const state = watchdogState(watchdog.current, at);
        const text = alertsPage({
          notifications: notifications(),
          watchdog: { state, lastHeardAt },
          severities,
          now: at,
        });
        return { status: 200, type: 'text/html; charset=utf-8', text };
      },
    },
    '/alertmanager': {
      POST: async (request) => {
        const { alerts } = await received(request);
        alerts.forEach((alert) => tell(notificationOf(alert, now())));
        return json({ received: alerts.length });
      },
    },
    '/watchdog': {
      POST: async (request) => {
        const { status, alerts } = await received(request);
        if (status === 'firing') {
          watchdog.current = { ...watchdog.current, lastHeardAt: now() };
        }
        return json({ received: alerts.length });
      },
    },
    '/alerts': { GET: () => json({ alerts: notifications() }) },
    '/health': {
      GET: () => {
        const { startedAt, lastHeardAt } = watchdog.current;
        const state = watchdogState(watchdog.current, now());
        const silent = state === 'silent';
        return json(
          { status: silent ? 'silent' : 'ok', startedAt, watchdog: { state, lastReceivedAt: lastHeardAt ?? null } },
          // So that a plain HTTP check from outside notices that alerts no longer arrive.
          silent ? 503 : 200
        );
      },
    },
    '/ready': { GET: () => json({ status: 'ready' }) },
  };
  return (path) => {
    if (path.startsWith('/runbooks/')) {
      const file = path.slice('/runbooks/'.length);
      const type = 'text/markdown; charset=utf-8';
      return { GET: async () => ({ status: 200, type, text: await readRunbook(runbooks, file) }) };
    }
    return Object.hasOwn(exact, path) ? exact[path] : undefined;
  };
}

async function received(request: IncomingMessage): Promise<Payload> {
  if (request.headers.origin !== undefined) {
    throw new HttpError(403, 'Alerts are taken from Alertmanager, not from a page in a browser.');
  }
  const text = await readBody(request, BODY_LIMIT);
  try {
    return readPayload(text);
  } catch (cause) {
    throw new HttpError(400, cause instanceof Error ? cause.message : String(cause), { cause });
  }
}
