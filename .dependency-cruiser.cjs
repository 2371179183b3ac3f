// Which part of the project may know which. What a file may contain is said in eslint.config.mjs.

const TEST = '\\.test\\.tsx?$|^src/test/|^tests/';
/** Browser code: everything of the plugin except the catalog and the panels, which Node uses too. */
const PLUGIN = '^src/(module\\.tsx|app/|pages/|panels/(?!json/)|extensions/|shared/|datasource/)';
const CATALOG = '^src/catalog/';
/** Panels as Grafana's JSON, which the generated dashboards and the pages of the app share. */
const PANELS = '^src/panels/json/';

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'catalog-knows-nobody',
      comment: 'The catalog is data and pure functions: every other part imports it, it imports none of them.',
      severity: 'error',
      from: { path: CATALOG, pathNot: TEST },
      to: { path: '^(src|tools|exporter|console|demo|preview|tests)/', pathNot: CATALOG },
    },
    {
      name: 'catalog-without-node',
      comment: 'The catalog runs in the browser too, so it cannot use what only Node has.',
      severity: 'error',
      from: { path: CATALOG, pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'catalog-without-packages',
      comment: 'A pure catalog needs none; only reading genwatch.config.yaml does.',
      severity: 'error',
      from: { path: CATALOG, pathNot: `^src/catalog/settings/|${TEST}` },
      to: { path: '^node_modules/' },
    },
    {
      name: 'settings-with-few-packages',
      comment: 'What reading genwatch.config.yaml needs, and no more.',
      severity: 'error',
      from: { path: '^src/catalog/settings/', pathNot: TEST },
      to: { path: '^node_modules/', pathNot: '^node_modules/(zod|yaml|fastest-levenshtein)/' },
    },
    {
      name: 'kinds-before-systems',
      comment: 'Kinds, shapes, settings, exact numbers and SQL serve every system, so they know none.',
      severity: 'error',
      from: { path: '^src/catalog/(kinds|exact|shapes|settings|sql)/', pathNot: TEST },
      to: { path: '^src/catalog/(systems/|catalog\\.ts$)' },
    },
    {
      name: 'systems-apart',
      comment: 'A system is added or removed without touching another one.',
      severity: 'error',
      from: { path: '^src/catalog/systems/([^/]+)/', pathNot: TEST },
      to: { path: '^src/catalog/systems/([^/]+)/', pathNot: '^src/catalog/systems/$1/' },
    },
    {
      name: 'emitters-know-kinds-only',
      comment: 'Emitters and services are given the catalog; what they make for one system they must make for all.',
      severity: 'error',
      from: { path: '^(tools/generate|src/panels/json|exporter|console)/', pathNot: TEST },
      to: { path: '^src/catalog/systems/(?!index\\.ts$|platform/)' },
    },
    {
      name: 'plugin-apart-from-node-code',
      comment: 'The plugin runs in the browser.',
      severity: 'error',
      from: { path: PLUGIN },
      to: { path: '^(tools|exporter|console|demo|preview|tests)/' },
    },
    {
      name: 'plugin-without-node',
      comment: 'The plugin runs in the browser.',
      severity: 'error',
      from: { path: PLUGIN, pathNot: TEST },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'plugin-without-settings-reader',
      comment: 'Pages show settings, they do not read files: zod and yaml would triple what a browser loads.',
      severity: 'error',
      from: { path: PLUGIN, pathNot: TEST },
      to: { path: '^node_modules/(zod|yaml|fastest-levenshtein)/', reachable: true },
    },
    {
      name: 'node-code-apart-from-plugin',
      comment: 'Of src, only the catalog and the panels made of it run in Node; manifests are data.',
      severity: 'error',
      from: { path: '^(tools|exporter|console|demo)/', pathNot: TEST },
      to: { path: '^src/', pathNot: `${CATALOG}|${PANELS}|^src/(datasource/)?plugin\\.json$` },
    },
    {
      name: 'services-stand-alone',
      comment: 'Exporter and console are deployed without the demo and the tools, and without each other.',
      severity: 'error',
      from: { path: '^(exporter|console)/', pathNot: TEST },
      to: { path: '^(exporter|console|demo|preview|tools|tests)/', pathNot: '^$1/' },
    },
    {
      name: 'services-with-real-dependencies',
      comment: 'What runs in production is a dependency, not a development one.',
      severity: 'error',
      from: { path: '^(src|exporter|console|demo|tools/cli)/', pathNot: TEST },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'demo-apart-from-tools',
      comment: 'The command line drives the demo, not the other way round.',
      severity: 'error',
      from: { path: '^demo/', pathNot: TEST },
      to: { path: '^tools/(cli|bootstrap|suites)/' },
    },
    {
      name: 'no-tests-in-code',
      comment: 'Nothing that ships imports a test; what runs suites, mutants and benches may.',
      severity: 'error',
      from: { pathNot: `${TEST}|^tools/(suites/|mutants/|cli/commands/bench\\.ts$)` },
      to: { path: TEST },
    },
    {
      name: 'no-circular',
      comment:
        'Two files that need each other at run time are one file, or need a third. Types may refer to each other.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'no-orphans',
      comment: 'A file that nothing imports and that imports nothing is left over.',
      severity: 'error',
      from: { orphan: true, pathNot: ['\\.d\\.ts$', '\\.mjs$', '\\.test\\.tsx?$'] },
      to: {},
    },
    {
      name: 'not-to-unresolvable',
      comment: 'The import leads nowhere.',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
    {
      name: 'not-to-undeclared',
      comment: 'The package is not in package.json: it is there by accident.',
      severity: 'error',
      from: {},
      to: { dependencyTypes: ['npm-no-pkg', 'npm-unknown'] },
    },
    {
      name: 'named-after-what-they-hold',
      comment: 'Files and folders are named after the one thing they hold.',
      severity: 'error',
      from: {},
      to: { path: '(^|/)(utils?|helpers?|common|misc)(/|\\.tsx?$)', pathNot: '^node_modules/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^(dist|coverage|\\.genwatch|artifacts)/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      mainFields: ['module', 'main', 'types', 'typings'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
    skipAnalysisNotInRules: true,
  },
};
