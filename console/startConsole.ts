import { once } from 'node:events';
import { type AddressInfo } from 'node:net';
import { type Settings } from '../src/catalog/settings/settings';
import { renderBox } from './box';
import { silenceWatch, type Watchdog } from './deadMan';
import { createHistory } from './history';
import { type ListenAddress } from './listenAddress';
import { type Notification } from './notification';
import { reminder } from './reminder';
import { consoleRoutes } from './routes';
import { consoleServer } from './server';

const KEPT = 500;
const WATCH_EVERY_MS = 10_000;

export interface ConsoleOptions {
  readonly listen: ListenAddress;
  /** Folder of the runbooks. */
  readonly runbooks: string;
  readonly colour: boolean;
  readonly severities: Settings['severities'];
  /** Writes one text, which may have several lines, and a line break. */
  readonly print: (text: string) => void;
  readonly warn: (text: string) => void;
}

export interface RunningConsole {
  readonly url: string;
  close(): Promise<void>;
}

/** Listens, and prints what arrives. Throws when the address cannot be listened on. */
export async function startConsole(options: ConsoleOptions): Promise<RunningConsole> {
  const { listen, colour, severities, print } = options;
  const now = () => new Date();
  const history = createHistory(KEPT);
  const watchdog: { current: Watchdog } = { current: { startedAt: now() } };
  const tell = (notification: Notification) => {
    if (history.add(notification)) {
      print(`${renderBox(notification, { colour, severities })}\n`);
    } else if (notification.status === 'firing') {
      print(reminder(notification));
    }
  };
  const server = consoleServer(
    consoleRoutes({ ...options, notifications: history.list, tell, watchdog, now }),
    options.warn
  );
  server.listen(listen.port, listen.host);
  try {
    await once(server, 'listening');
  } catch (cause) {
    throw new Error(
      `The alert console cannot listen on ${listen.host}:${listen.port}: stop what uses it, or set GENWATCH_LISTEN to another host:port.`,
      { cause }
    );
  }
  const url = urlOf(listen.host, server.address() as AddressInfo);
  const watch = setInterval(
    silenceWatch({ console: url, severity: severities.critical, watchdog, now, tell }),
    WATCH_EVERY_MS
  );
  return {
    url,
    close: () =>
      new Promise((resolve) => {
        clearInterval(watch);
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

const urlOf = (host: string, { port }: AddressInfo) => `http://${host.includes(':') ? `[${host}]` : host}:${port}`;
