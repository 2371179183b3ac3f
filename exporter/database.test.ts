import { createServer, type AddressInfo, type Socket } from 'node:net';

import { openDatabase, type Database } from './database';
import { failureOf } from './errorReason';

const clock = () => performance.now();
const timeouts = { statementMs: 100, lockMs: 50 };
const backoff = { firstMs: 20, maxMs: 40 };

/** A port where something listens and never says a word. */
async function silentServer() {
  const sockets = new Set<Socket>();
  const server = createServer((socket) => {
    sockets.add(socket);
    socket.on('error', () => undefined);
    socket.resume();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `postgresql://ann@127.0.0.1:${(server.address() as AddressInfo).port}/shop`,
    sockets,
    close: () => {
      sockets.forEach((socket) => socket.destroy());
      server.close();
    },
  };
}

const opened: Database[] = [];

function open(url: string, connectTimeoutMs = 150): Database {
  const database = openDatabase({ url, connectTimeoutMs, clock, timeouts, backoff });
  opened.push(database);
  return database;
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()));
});

describe('a database', () => {
  it('that accepts but never answers is unreachable after the connect timeout', async () => {
    const server = await silentServer();
    const database = open(server.url);
    await expect(database.read('SELECT 1').catch((error: unknown) => failureOf(error).reason)).resolves.toBe(
      'unreachable'
    );
    await database.close();
    server.close();
  });

  it('can be closed at once while it is being connected to', async () => {
    const server = await silentServer();
    const database = open(server.url, 60_000);
    const read = database.read('SELECT 1').catch((error: unknown) => failureOf(error).reason);
    const before = clock();
    await database.close();
    expect(clock() - before).toBeLessThan(1000);
    await expect(read).resolves.toBe('unreachable');
    server.close();
  });

  it('fails a read at once between two attempts, and goes on trying', async () => {
    const server = await silentServer();
    const database = open(server.url, 30);
    await expect(database.read('SELECT 1')).rejects.toThrow('Connecting to the database failed.');
    while (server.sockets.size < 3) {
      await new Promise((resolve) => setTimeout(resolve, 5));
    }
    await database.close();
    server.close();
  });

  it('whose URL names a certificate that is not there is a failure, not a crash', async () => {
    const database = open('postgresql://ann@127.0.0.1:1/shop?sslmode=verify-full&sslrootcert=/nowhere/ca.pem');
    const failure = await database.read('SELECT 1').catch((error: unknown) => failureOf(error));
    expect(failure).toMatchObject({ reason: 'unreachable', code: 'ENOENT' });
    await database.close();
  });
});
