import { type ErrorKind } from './errorKind';
import { file, host, packageName, requestId, uuid } from '../texts/varied';

const ANNA = 'anna.berger@example.com';
const LI = 'li.wei@example.com';

/** Everything that generations of the demo fail of. */
export const ERROR_KINDS: readonly ErrorKind[] = [
  {
    type: 'ModelTimeoutError',
    category: 'ai_timeout',
    severity: 'high',
    incidence: { comes: 'steadily', weight: 0.14 },
    review: { verdict: 'approved', by: ANNA, afterHours: 5 },
    phase: 'generate',
    thrownAt: ['ModelClient.complete', 'src/model/client.ts'],
    message: (dice) =>
      dice.pick([
        `Model call timed out after ${dice.between(90_000, 180_000)} ms (request ${requestId(dice)})`,
        `Timeout waiting for the first token of ${requestId(dice)}: ${dice.between(30, 60)} s`,
      ]),
  },
  {
    type: 'RateLimitError',
    category: 'rate_limit',
    severity: 'medium',
    incidence: { comes: 'steadily', weight: 0.15 },
    review: { verdict: 'approved', by: LI, afterHours: 7 },
    phase: 'generate',
    thrownAt: ['ModelClient.complete', 'src/model/client.ts'],
    message: (dice) =>
      dice.pick([
        `429 Too Many Requests from ${host(dice)}: retry after ${dice.between(1, 60)} s`,
        `Rate limit reached for organization org-${dice.hex(12)}: used ${dice.between(78_000, 79_999)} of 80000 tokens per minute`,
      ]),
  },
  {
    type: 'SchemaValidationError',
    category: 'validation_error',
    severity: 'high',
    incidence: { comes: 'steadily', weight: 0.2 },
    review: { verdict: 'approved', by: ANNA, afterHours: 9 },
    phase: 'validate',
    thrownAt: ['validateProject', 'src/validate/project.ts'],
    message: (dice) =>
      dice.pick([
        `Validation of ${file(dice)} failed: ${dice.between(1, 9)} errors, first in line ${dice.between(3, 240)}`,
        `Project ${uuid(dice)} does not match the schema: files[${dice.between(0, 18)}].path is missing`,
      ]),
  },
  {
    type: 'DependencyResolutionError',
    category: 'dependency_error',
    severity: 'high',
    incidence: { comes: 'steadily', weight: 0.16 },
    review: { verdict: 'approved', by: LI, afterHours: 4 },
    relapse: { daysBefore: 12 },
    phase: 'build',
    thrownAt: ['installDependencies', 'src/build/install.ts'],
    message: (dice) =>
      dice.pick([
        `Cannot find module '${packageName(dice)}' imported from ${file(dice)}`,
        `Could not resolve dependency '${packageName(dice)}' at version ${dice.between(1, 9)}.${dice.between(0, 20)}.${dice.between(0, 9)}`,
      ]),
  },
  {
    type: 'JsxSyntaxError',
    category: 'syntax_error',
    severity: 'medium',
    incidence: { comes: 'steadily', weight: 0.16 },
    review: { verdict: 'approved', by: ANNA, afterHours: 8 },
    phase: 'validate',
    thrownAt: ['parseModule', 'src/validate/parse.ts'],
    message: (dice) => `${file(dice)}: Unexpected token (${dice.between(1, 320)}:${dice.between(0, 90)})`,
  },
  {
    type: 'SandboxError',
    category: 'unknown',
    severity: 'medium',
    incidence: { comes: 'steadily', weight: 0.08 },
    review: { verdict: 'approved', by: LI, afterHours: 10 },
    phase: 'build',
    thrownAt: ['Sandbox.run', 'src/build/sandbox.ts'],
    message: (dice) =>
      dice.pick([
        `Sandbox ${uuid(dice)} exited with code ${dice.pick([1, 134, 137, 139])} after ${dice.between(2, 90)} s`,
        `Connection to worker ${host(dice)}:${dice.between(30_000, 39_999)} was reset`,
        `Preview of ${file(dice)} stayed blank for ${dice.between(10, 30)} s`,
      ]),
  },
  {
    type: 'ImportMapError',
    category: 'dependency_error',
    severity: 'high',
    incidence: { comes: 'for a while', weight: 0.3, from: 25, to: 21 },
    review: { verdict: 'approved', by: ANNA, afterHours: 20 },
    phase: 'build',
    thrownAt: ['writeImportMap', 'src/build/importMap.ts'],
    message: (dice) => `Missing package '${packageName(dice)}' in the import map of ${file(dice)}`,
  },
  {
    type: 'VueTemplateError',
    category: 'syntax_error',
    severity: 'medium',
    incidence: { comes: 'for a while', weight: 1.5, from: 22, to: 16 },
    review: { verdict: 'approved', by: LI, afterHours: 30 },
    framework: 'Vue',
    phase: 'validate',
    thrownAt: ['compileTemplate', 'src/validate/vue.ts'],
    message: (dice) => `SyntaxError in ${file(dice)}: element at line ${dice.between(2, 120)} has no end tag`,
  },
  {
    type: 'StylesheetError',
    category: 'validation_error',
    severity: 'high',
    incidence: { comes: 'for a while', weight: 0.25, from: 15, to: 11 },
    review: { verdict: 'approved', by: ANNA, afterHours: 16 },
    phase: 'validate',
    thrownAt: ['validateStyles', 'src/validate/styles.ts'],
    message: (dice) => `Invalid property value in ${file(dice)}, rule ${dice.between(1, 80)}`,
  },
  {
    type: 'HydrationMismatch',
    category: 'unknown',
    severity: 'low',
    incidence: { comes: 'for a while', weight: 0.2, from: 20, to: 17 },
    review: {
      verdict: 'rejected',
      by: LI,
      afterHours: 5 * 24,
      reason: 'A browser extension changed the page; no generated code is at fault.',
    },
    framework: 'React',
    phase: 'save',
    thrownAt: ['Preview.check', 'src/save/preview.ts'],
    message: (dice) => `Text content of node ${dice.between(3, 300)} did not match what the server rendered`,
  },
  // The tests of these two wait for a review. They are older than the 7 days that would make their alert fire.
  {
    type: 'ContextWindowExceeded',
    category: 'unknown',
    severity: 'medium',
    incidence: { comes: 'for a while', weight: 0.25, from: 9, to: 6.2 },
    phase: 'plan',
    thrownAt: ['buildPrompt', 'src/model/prompt.ts'],
    message: (dice) => `Prompt of ${dice.between(201_000, 260_000)} tokens is longer than the context of 200000`,
  },
  {
    type: 'AssetUploadError',
    category: 'unknown',
    severity: 'medium',
    incidence: { comes: 'for a while', weight: 0.2, from: 10, to: 7 },
    phase: 'save',
    thrownAt: ['uploadAssets', 'src/save/assets.ts'],
    message: (dice) =>
      `Upload of https://${host(dice)}/assets/${dice.hex(10)}.png ended after ${dice.between(1, 400)} kB`,
  },
  {
    type: 'FontLoadError',
    category: 'unknown',
    severity: 'low',
    incidence: { comes: 'rarely' },
    phase: 'build',
    thrownAt: ['embedFonts', 'src/build/fonts.ts'],
    message: (dice) =>
      `Font https://${host(dice)}/fonts/${dice.hex(6)}.woff2 answered with status ${dice.pick([403, 404, 503])}`,
  },
  {
    type: 'ProjectLockedError',
    category: 'unknown',
    severity: 'low',
    incidence: { comes: 'rarely' },
    phase: 'save',
    thrownAt: ['saveProject', 'src/save/project.ts'],
    message: (dice) => `Project ${uuid(dice)} is being edited by session ${dice.hex(8)}`,
  },
  {
    type: 'OutOfMemoryError',
    category: 'unknown',
    severity: 'critical',
    incidence: { comes: 'in trouble', daysBefore: [4, 13, 22] },
    phase: 'build',
    thrownAt: ['Bundler.bundle', 'src/build/bundler.ts'],
    message: (dice) =>
      `JavaScript heap out of memory: ${dice.between(3_900, 4_096)} MB in use by process ${dice.between(1_000, 32_000)}`,
  },
];

export const kindOfType = (type: string): ErrorKind | undefined => ERROR_KINDS.find((kind) => kind.type === type);
