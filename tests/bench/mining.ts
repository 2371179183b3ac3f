import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

import { createMiner } from '../../exporter/mining/miner';
import { corpus, TEMPLATES, UNSEEN_TEMPLATES } from '../../exporter/mining/testing/corpus';
import { dice } from '../../exporter/mining/testing/dice';
import { minedAccuracy } from '../../exporter/mining/testing/minedAccuracy';

const LINES = 1_000_000;
const EVERY = 100_000;
const LONG_EVERY = 1_000;
const LINE_LENGTH = 1_000_000;
const MOST_CLUSTERS = 500;
const GOALS = { accuracy: 0.95, lineMs: 50, growthMb: 10 } as const;

type Print = (line: string) => void;

/**
 * Measures how well messages are grouped, how long the longest lines take, and what the miner holds after many different lines.
 * @throws Error when a goal is missed
 */
export async function benchMining(print: Print): Promise<void> {
  const missed = [...measureAccuracy(print), ...measureLongLines(print), ...measureMemory(print)];
  if (missed.length > 0) {
    throw new Error(`Goals missed:\n- ${missed.join('\n- ')}`);
  }
  print('All goals are met.');
}

function measureAccuracy(print: Print): string[] {
  print(`Grouping accuracy: share of messages whose group is their template (goal ${GOALS.accuracy})`);
  const sets: ReadonlyArray<readonly [string, readonly string[]]> = [
    ['the corpus', TEMPLATES],
    ['templates not made with it', UNSEEN_TEMPLATES],
  ];
  return sets.flatMap(([name, templates]) => {
    const accuracy = minedAccuracy(corpus(40, 1, templates));
    print(`  ${name}: ${accuracy} (${templates.length * 40} messages, ${templates.length} templates)`);
    return accuracy >= GOALS.accuracy ? [] : [`grouping accuracy of ${name}: ${accuracy}`];
  });
}

/** Pieces that make hard lines for one of the masks. */
const HARD = [
  'a',
  'a ',
  '"',
  "'",
  '`',
  '/',
  'a.',
  'a@',
  '=',
  'a=',
  '{',
  '<',
  '<a',
  '1',
  '1:',
  ':',
  '-',
  '\\',
  '(',
  'sk-',
  'password',
  '\u001b[',
];

function measureLongLines(print: Print): string[] {
  const times = HARD.map((piece) => ({ piece, ...timesOf(piece.repeat(LINE_LENGTH / piece.length)) }));
  const [usual, first] = [Math.max(...times.map((one) => one.usual)), Math.max(...times.map((one) => one.first))];
  print(
    `A line of 1 MB, of ${HARD.length} kinds: ${usual.toFixed(1)} ms at most, the first of its kind ${first.toFixed(1)} ms (goal ${GOALS.lineMs} ms)`
  );
  return times
    .filter((one) => one.usual > GOALS.lineMs)
    .map((one) => `a line of ${JSON.stringify(one.piece)}: ${one.usual.toFixed(1)} ms`);
}

/** The first of five, which nothing is prepared for, and their middle: what else the machine does is no news of ours. */
function timesOf(text: string): { readonly first: number; readonly usual: number } {
  const times = Array.from({ length: 5 }, () => {
    const miner = createMiner();
    const start = performance.now();
    miner.add({ text, at: 0, names: [] });
    return performance.now() - start;
  });
  return { first: times[0] ?? 0, usual: times.toSorted((one, other) => one - other)[2] ?? 0 };
}

/** What is left after everything that nobody holds is gone. */
function heldMb(): number {
  setFlagsFromString('--expose-gc');
  (runInNewContext('gc') as () => void)();
  return process.memoryUsage().heapUsed / 1024 ** 2;
}

function measureMemory(print: Print): string[] {
  const miner = createMiner({ mostClusters: MOST_CLUSTERS });
  const d = dice(7);
  const word = () => Array.from({ length: 3 + d.number(6) }, () => String.fromCharCode(97 + d.number(26))).join('');
  const line = () => Array.from({ length: 4 + d.number(12) }, word).join(' ');
  print(`${LINES.toLocaleString('en')} different lines:`);
  const start = performance.now();
  let first = 0;
  let now = 0;
  for (let i = 1; i <= LINES; i++) {
    // Now and then one of a megabyte, of which nothing may be held.
    const text = i % LONG_EVERY === 0 ? line().padEnd(LINE_LENGTH, ' and so on') : line();
    miner.add({ text, at: i, names: [] });
    if (i % EVERY === 0) {
      now = heldMb();
      first ||= now;
      const rate = Math.round((i / (performance.now() - start)) * 1000);
      print(`  ${i.toLocaleString('en')}: ${miner.size()} clusters, heap ${now.toFixed(0)} MB, ${rate} lines/s`);
    }
  }
  return [
    ...(miner.size() <= MOST_CLUSTERS ? [] : [`${miner.size()} clusters, more than ${MOST_CLUSTERS}`]),
    ...(now - first <= GOALS.growthMb ? [] : [`the heap grew by ${(now - first).toFixed(0)} MB`]),
  ];
}
