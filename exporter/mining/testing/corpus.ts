import { dice, type Dice } from './dice';

/** A message with the template it was made of. */
export interface Labelled {
  readonly label: number;
  readonly text: string;
}

const WORDS = [
  'intro', 'chart', 'title', 'data', 'items', 'config', 'button', 'user', 'layout', 'theme', 'invoice', 'price', 'frame',
  'caption', 'logo', 'index', 'value', 'cart', 'order', 'session', 'x', 'i', 'el', 'props', 'state', 'ref',
] as const; // prettier-ignore
const COMPONENTS = [
  'Scene',
  'IntroCard',
  'PriceTable',
  'App',
  'NavBar',
  'Chart',
  'UserMenu',
  'TitleSlide',
  'Layout',
] as const;
const PACKAGES = [
  'lodash',
  'react-spring',
  '@remotion/player',
  'date-fns',
  'three',
  '@acme/ui-kit',
  'zod',
  'd3-scale',
  'vue-router',
] as const;
const MODELS = ['gpt-4o', 'claude-3-opus', 'gemini-pro', 'mistral-large', 'llama3', 'o1'] as const;
const HOSTS = [
  'api.openai.com',
  '10.0.3.17',
  'db.internal',
  'localhost',
  'cache-2.eu.example.com',
  '[fe80::1]',
] as const;
const TAGS = ['div', 'p', 'span', 'Sequence', 'svg', 'Card.Header'] as const;
const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

/** Makes the value of a placeholder. */
const VALUES: Readonly<Record<string, (d: Dice) => string>> = {
  word: (d) => d.pick(WORDS),
  Component: (d) => d.pick(COMPONENTS),
  package: (d) => d.pick(PACKAGES),
  model: (d) => d.pick(MODELS),
  host: (d) => d.pick(HOSTS),
  tag: (d) => `<${d.pick(TAGS)}>`,
  n: (d) => String(d.number(10 ** (1 + d.number(5)))),
  decimal: (d) => `${d.number(100)}.${d.number(100)}`,
  port: (d) => String(1024 + d.number(60_000)),
  code: (d) => String(1000 + d.number(9000)),
  hook: (d) => `use${upper(d.pick(WORDS))}${d.pick(['', 'State', 'Query'])}`,
  name: (d) => d.pick([d.pick(WORDS), `${d.pick(WORDS)}${upper(d.pick(WORDS))}`, `${d.pick(WORDS)}.${d.pick(WORDS)}`]),
  column: (d) => d.pick(['user_id', 'created_at', 'email', 'total', 'plan_id', 'status']),
  path: (d) =>
    d.pick([
      `/srv/app/src/${d.pick(WORDS)}.tsx`,
      `./${d.pick(WORDS)}/${d.pick(WORDS)}`,
      `src\\${d.pick(WORDS)}.ts`.replace('src', 'C:\\work\\src'),
      `../${d.pick(COMPONENTS)}.jsx`,
    ]),
  file: (d) => `${d.pick(WORDS)}.${d.pick(['tsx', 'ts', 'css', 'json', 'vue'])}`,
  place: (d) => `${d.number(400)}:${d.number(80)}`,
  quoted: (d) => {
    const [open, close] = d.pick([
      ["'", "'"],
      ['"', '"'],
      ['`', '`'],
    ] as [[string, string], ...Array<[string, string]>]);
    return `${open}${d.pick([d.pick(WORDS), `${d.pick(WORDS)} ${d.pick(WORDS)}`, `${d.pick(WORDS)}-${d.number(50)}`, d.pick(COMPONENTS)])}${close}`;
  },
  list: (d) => Array.from({ length: 1 + d.number(4) }, () => `"${d.pick(WORDS)}"`).join(', '),
  id: (d) => `req_${text(d, 14)}${d.number(1000)}`,
  uuid: (d) => [8, 4, 4, 4, 12].map((length) => hex(d, length)).join('-'),
  hash: (d) => `${hex(d, 11)}${d.number(10)}`,
  url: (d) =>
    `https://${d.pick(['api.example.com', 'cdn.example.org'])}/v${d.number(3)}/${d.pick(WORDS)}?q=${text(d, 5)}`,
  email: (d) => `${text(d, 6)}@example.com`,
  key: (d) => `sk-${text(d, 8)}${hex(d, 16)}`,
  json: (d) => `{"type":"${d.pick(WORDS)}","id":${d.number(1000)}}`,
  time: (d) => `2026-0${1 + d.number(9)}-1${d.number(10)}T0${d.number(10)}:1${d.number(10)}:00Z`,
  seconds: (d) => `${1 + d.number(90)}${d.pick(['s', 'ms'])}`,
  size: (d) => `${1 + d.number(900)}.${d.number(10)}${d.pick(['MB', 'KB', 'GB'])}`,
};

const upper = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);
const text = (d: Dice, length: number) => Array.from({ length }, () => LETTERS.charAt(d.number(26))).join('');
const hex = (d: Dice, length: number) => Array.from({ length }, () => '0123456789abcdef'.charAt(d.number(16))).join('');

/** Errors of models, generated code, its build, APIs and databases, as they are worded in the wild; `{…}` is a value. */
export const TEMPLATES = [
  'TypeError: {name} is not a function',
  'TypeError: {name} is not iterable',
  'TypeError: Cannot read properties of null (reading {quoted})',
  'TypeError: Cannot set properties of null (setting {quoted})',
  'TypeError: Assignment to constant variable.',
  'TypeError: Failed to fetch {url}',
  'RangeError: Maximum call stack size exceeded at {Component} ({file}:{place})',
  'RangeError: Invalid array length {n}',
  'Unterminated string constant ({place})',
  'Unterminated template literal ({place}) in {file}',
  '{path}: Missing semicolon. ({place})',
  'error TS{code}: Property {quoted} does not exist on type {quoted}.',
  'error TS{code}: Type {quoted} is not assignable to type {quoted}.',
  'error TS{code}: Argument of type {quoted} is not assignable to parameter of type {quoted}.',
  'error TS{code}: Expected {n} arguments, but got {n}.',
  'Objects are not valid as a React child (found: object with keys {list})',
  'Rendered more hooks than during the previous render in {Component}.',
  'Too many re-renders. React limits the number of renders to prevent an infinite loop in {Component}.',
  'Maximum update depth exceeded inside {Component} after {n} updates',
  'React Hook {hook} is called conditionally in {path} ({place})',
  'Hydration failed because the server rendered HTML did not match the client near {tag}',
  'Warning: Each child in a list should have a unique {quoted} prop in {tag}',
  'inputRange must be strictly monotonically increasing but got [{n},{n}]',
  'Vue warn: Property {quoted} was accessed during render but is not defined on instance of {tag}',
  'Failed to resolve component: {Component} in {file}',
  'Element {tag} cannot contain a nested {tag} at {file}:{place}',
  'CSS class {quoted} has no rule in {file}',
  'Build failed with {n} errors in {seconds}: {path}',
  'Chunk {hash} failed to load from {url}',
  'No loader is configured for {quoted} files: {path}',
  'npm ERR! ERESOLVE could not install {package}@{decimal}',
  'The requested entry {quoted} is not exported by {path}, imported by {path}',
  'Process exited with code {n} after {seconds} (signal {word})',
  'JavaScript heap out of memory: {size} of {size} used in {Component}',
  'The model {model} is currently overloaded with other requests, request {id}',
  'The model {quoted} has been deprecated since {time}',
  "This model's maximum context length is {n} tokens, however you requested {n} tokens",
  'Incorrect API key provided: {key}. You can find your key at {url}',
  'Output of {model} was cut off at {n} tokens before the code block was closed',
  'Response of {model} contains no code block (request {uuid})',
  'Content of request {uuid} was flagged by the safety filter: {list}',
  'Connection to {host}:{port} refused while streaming from {model}',
  'Stream closed by {host} after {n} bytes with status {n}',
  'socket hang up ({host}:{port}) in step {n} of {n}',
  'duplicate key value violates unique constraint {quoted} for {email}',
  'null value in column {quoted} of relation {quoted} violates not-null constraint',
  'column {column} of table {quoted} does not exist',
  'deadlock detected: process {n} waits for ShareLock on transaction {n}',
  'could not serialize access due to concurrent update of {word} {uuid}',
  'Preview of project {uuid} answered {n} instead of 200 for user {email}: {json}',
] as const;

/** Written after the miner was done, which has not been changed for them. */
export const UNSEEN_TEMPLATES = [
  'Import specifier {quoted} is not used anywhere in {file}',
  'Prompt rejected: {n} tokens over the limit of {model}',
  'AbortError: The user aborted a request to {url}',
  'insert or update on table {quoted} violates foreign key constraint {quoted}',
  'permission denied for schema {word}',
  'permission denied for table {column}',
  'canceling statement due to statement lock, waited {seconds}',
  'The tag {tag} is unrecognized in this browser ({file}:{place})',
  'Uncaught (in promise) {quoted} at {path}',
  'Model {model} returned {n} choices but {n} were asked for',
  'Upload of {file} ({size}) was interrupted at {decimal} percent',
  'Cannot access {quoted} before initialization',
  'Cannot destructure {quoted} as it is null',
  'Worker {n} terminated due to reaching memory of {size}',
  'Webhook to {url} answered with status {n} at {time}',
  'Font {quoted} could not be loaded from {url}',
  'Audio {file} is longer ({seconds}) than the composition ({seconds})',
  'Project {uuid} of {email} is locked by another generation ({id})',
  'Unclosed element {tag} at line {n}',
  'Stylelint: {n} problems in {path}, first: {quoted}',
] as const;

/** `each` messages of every template, in an order that mixes them; the same for the same seed. */
export function corpus(each: number, seed = 1, templates: readonly string[] = TEMPLATES): Labelled[] {
  const d = dice(seed);
  const messages = templates.flatMap((template, label) =>
    Array.from({ length: each }, () => ({ label, text: filled(template, d) }))
  );
  return messages
    .map((message) => ({ message, place: d.number(2 ** 30) }))
    .sort((a, b) => a.place - b.place)
    .map(({ message }) => message);
}

const filled = (template: string, d: Dice): string =>
  template.replace(/\{(\w+)\}/g, (_, kind: string) => VALUES[kind]?.(d) ?? '');
