import grafanaI18n from '@grafana/i18n/eslint-plugin';
import { defineConfig, globalIgnores } from 'eslint/config';

import baseConfig from './.config/eslint.config.mjs';

// Which folder may import which, and what only tests may import, is said in .dependency-cruiser.cjs.

const TYPESCRIPT = ['**/*.{ts,tsx}'];
const TESTS = ['**/*.test.{ts,tsx}', 'src/test/**', 'tests/**'];
/** What runs as a Node process, where a lost promise is a lost error. */
const NODE = ['{tools,exporter,console,demo}/**/*.ts', 'preview/{server,bundle}/**/*.ts'];
/** What prints for a person at a terminal. */
const TERMINAL = ['tools/{cli,suites,bootstrap}/**', 'demo/stack/**'];

const REACT_OFF = Object.fromEntries(
  baseConfig
    .flatMap(({ rules = {} }) => Object.keys(rules))
    .filter((rule) => rule.startsWith('react'))
    .map((rule) => [rule, 'off'])
);

const NO_DEFAULT_EXPORT = {
  selector: 'ExportDefaultDeclaration',
  message: 'Export it by its name: an import then says what it is everywhere.',
};

const IMPURE_GLOBALS = [
  'process',
  'console',
  'fetch',
  'window',
  'document',
  'navigator',
  'localStorage',
  'performance',
  'crypto',
  'setTimeout',
  'setInterval',
  'queueMicrotask',
  'require',
].map((name) => ({ name, message: 'The catalog is pure: give it what it needs as an argument.' }));

export default defineConfig([
  globalIgnores(['.config/', 'dist/', 'coverage/', 'artifacts/', '.genwatch/']),
  baseConfig,
  {
    name: 'genwatch/everything',
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    // A bare 'error' would keep the scaffold's list of allowed methods.
    rules: { 'no-console': ['error', {}], 'prefer-const': 'error', 'object-shorthand': 'error' },
  },
  {
    name: 'genwatch/typescript',
    files: TYPESCRIPT,
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-non-null-assertion': 'error',
      '@typescript-eslint/ban-ts-comment': [
        'error',
        { 'ts-ignore': true, 'ts-nocheck': true, 'ts-expect-error': 'allow-with-description' },
      ],
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      'no-restricted-syntax': ['error', NO_DEFAULT_EXPORT],
    },
  },
  {
    name: 'genwatch/catalog-is-pure',
    files: ['src/catalog/**/*.ts'],
    ignores: TESTS,
    rules: {
      'no-restricted-globals': ['error', ...IMPURE_GLOBALS],
      'no-restricted-properties': [
        'error',
        { object: 'Date', property: 'now', message: 'The catalog has no clock: take the time as an argument.' },
        { object: 'Math', property: 'random', message: 'The catalog is deterministic.' },
      ],
      'no-restricted-syntax': [
        'error',
        NO_DEFAULT_EXPORT,
        {
          selector: "NewExpression[callee.name='Date'][arguments.length=0]",
          message: 'The catalog has no clock: take the time as an argument.',
        },
      ],
    },
  },
  {
    name: 'genwatch/promises',
    files: NODE,
    languageOptions: { parserOptions: { project: './tsconfig.json' } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/only-throw-error': 'error',
    },
  },
  {
    name: 'genwatch/no-react-here',
    files: [...NODE, 'src/catalog/**', 'tests/**'],
    rules: REACT_OFF,
  },
  {
    name: 'genwatch/texts',
    files: ['src/**/*.{ts,tsx}'],
    // Dashboards are imported by every Grafana, in English.
    ignores: ['src/catalog/**', 'src/panels/json/**', ...TESTS],
    plugins: { '@grafana/i18n': grafanaI18n },
    rules: {
      '@grafana/i18n/no-untranslated-strings': ['error', { calleesToIgnore: ['^css$'] }],
      '@grafana/i18n/no-translation-top-level': 'error',
    },
  },
  {
    // A plugin's dashboards are imported in the first version of the schema only.
    name: 'genwatch/dashboard-schema',
    files: ['src/panels/json/**/*.ts'],
    rules: { '@typescript-eslint/no-deprecated': 'off' },
  },
  { name: 'genwatch/terminal', files: TERMINAL, rules: { 'no-console': 'off' } },
  // Jest wants its global setup as a default export.
  { name: 'genwatch/jest-setup', files: ['tests/**/*.ts'], rules: { 'no-restricted-syntax': 'off' } },
  { name: 'genwatch/tests', files: TESTS, rules: { '@typescript-eslint/no-non-null-assertion': 'off' } },
]);
