import { type ServerProcess } from '../../demo/servers/runningServer';

interface TestServer {
  readonly server: ServerProcess;
  readonly dataDir: string;
}

// jest loads setup and teardown apart from each other: what they share has to be global.
const shared = globalThis as { genwatchSqlServer?: TestServer };

/** The server of this run of the suite. */
export const testServer = {
  get current(): TestServer | undefined {
    return shared.genwatchSqlServer;
  },
  set current(server: TestServer | undefined) {
    shared.genwatchSqlServer = server;
  },
};
