process.env.TZ = 'UTC';

const base = require('./.config/jest.config');
const { grafanaESModules, nodeModulesToTransform } = require('./.config/jest/utils');
const [swc] = Object.values(base.transform);

const shared = {
  rootDir: __dirname,
  transform: { '^.+\\.m?(t|j)sx?$': swc },
  watchPathIgnorePatterns: base.watchPathIgnorePatterns,
  modulePathIgnorePatterns: ['<rootDir>/dist/', '<rootDir>/.genwatch/'],
};
/** A PostgreSQL of the run's own. */
const withPostgres = {
  globalSetup: '<rootDir>/tests/sql/startServer.ts',
  globalTeardown: '<rootDir>/tests/sql/stopServer.ts',
};
const onNode = {
  ...shared,
  testEnvironment: 'node',
  transformIgnorePatterns: ['/node_modules/'],
  setupFiles: ['<rootDir>/tests/fastCheckSeed.ts'],
};

/** One project per suite of `npm test`; a suite runs alone with `npm run test:<suite>`. */
module.exports = {
  // Generous, because machines that run tests are busy: no test waits for it when all is well.
  testTimeout: 60_000,
  projects: [
    {
      ...base,
      ...shared,
      displayName: 'plugin',
      // What msw is made of comes as ES modules only, as Grafana's packages do.
      transformIgnorePatterns: [nodeModulesToTransform([...grafanaESModules, '@open-draft', 'rettime', 'until-async'])],
      testMatch: ['<rootDir>/{src,preview/host}/**/*.test.{ts,tsx}'],
      testPathIgnorePatterns: ['<rootDir>/src/catalog/'],
    },
    {
      ...onNode,
      displayName: 'unit',
      testMatch: ['<rootDir>/{src/catalog,tools,exporter,console,demo,preview/server,preview/bundle}/**/*.test.ts'],
    },
    { ...onNode, ...withPostgres, displayName: 'sql', testMatch: ['<rootDir>/tests/sql/**/*.test.ts'] },
    { ...onNode, displayName: 'integration', testMatch: ['<rootDir>/tests/integration/**/*.test.ts'] },
    {
      ...onNode,
      globalSetup: '<rootDir>/tests/e2e/harness/startEverything.ts',
      globalTeardown: '<rootDir>/tests/e2e/harness/stopEverything.ts',
      displayName: 'e2e',
      testMatch: ['<rootDir>/tests/e2e/**/*.test.ts'],
    },
    { ...onNode, ...withPostgres, displayName: 'spec', testMatch: ['<rootDir>/tests/spec/**/*.test.ts'] },
  ],
};
