import { rmSync } from 'node:fs';

import { testServer } from './testServer';

/** After the last test of the suite: ends the server that `startServer` started and removes its data. */
export default async function stopServer(): Promise<void> {
  const running = testServer.current;
  if (!running) {
    return;
  }
  testServer.current = undefined;
  delete process.env.GENWATCH_TEST_DATABASE_URL;
  await running.server.stop();
  for (const path of [running.dataDir, running.server.logFile]) {
    rmSync(path, { recursive: true, force: true });
  }
}
