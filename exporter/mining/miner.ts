import { createHash } from 'node:crypto';

import { type MinedTemplate } from '../../src/catalog/templates/minedTemplate';
import { proposedCategory, proposedName } from '../../src/catalog/templates/proposals';
import { templateWords } from '../../src/catalog/templates/templateWords';
import { maskMessage, unmarked } from '../../src/catalog/templates/maskMessage';
import { mergeClusters } from './mergeClusters';
import { createPrefixTree, tokensOf, type Cluster } from './prefixTree';

/** A message that no pattern knows. */
export interface UnknownMessage {
  readonly text: string;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What its row calls the user's: never shown. */
  readonly names: readonly string[];
}

/** Finds what messages have in common. Deterministic: the same messages in the same order give the same templates. */
export interface Miner {
  add(message: UnknownMessage): void;
  /** The most frequent first. */
  templates(): readonly Found[];
  /** What it holds: bounded, however many messages come. */
  size(): number;
}

export type Found = Omit<MinedTemplate, 'system' | 'setting'>;

interface MinerOptions {
  /** What a message begins with because of where it was found, and which tells nothing. */
  readonly openings?: readonly RegExp[];
  readonly mostClusters?: number;
}

const MOST_CLUSTERS = 500;
const MOST_EXAMPLES = 3;
const EXAMPLE_LENGTH = 200;

interface Seen {
  count: number;
  first: number;
  last: number;
  readonly examples: string[];
}

export function createMiner({ openings = [], mostClusters = MOST_CLUSTERS }: MinerOptions = {}): Miner {
  const tree = createPrefixTree(mostClusters);
  /** Goes with its cluster when that makes room. */
  const seen = new WeakMap<Cluster, Seen>();

  return {
    add({ text, at, names }) {
      const masked = maskMessage(withoutOpening(text, openings), names);
      if (masked === '') {
        return;
      }
      const cluster = tree.put(tokensOf(masked));
      const before = seen.get(cluster);
      seen.set(cluster, {
        count: (before?.count ?? 0) + 1,
        first: Math.min(at, before?.first ?? at),
        last: Math.max(at, before?.last ?? at),
        examples: withExample(before?.examples ?? [], shortened(unmarked(masked))),
      });
    },
    templates() {
      const groups = mergeClusters(tree.clusters()).map(([first, ...more]) => ({
        template: unmarked(first.tokens.join(' ')),
        seen: [first, ...more].flatMap((cluster) => seen.get(cluster) ?? []),
      }));
      const shared = frequencies(groups.map(({ template }) => templateWords(template)));
      return groups.map((group) => found(group.template, group.seen, shared)).sort(byCount);
    },
    size: () => tree.clusters().length,
  };
}

function withoutOpening(text: string, openings: readonly RegExp[]): string {
  const start = text.slice(0, EXAMPLE_LENGTH);
  const lengths = openings.map((opening) => {
    const match = opening.exec(start);
    return match?.index === 0 ? match[0].length : 0;
  });
  return text.slice(Math.max(0, ...lengths));
}

function withExample(examples: string[], example: string): string[] {
  return examples.length < MOST_EXAMPLES && !examples.includes(example) ? [...examples, example] : examples;
}

const shortened = (text: string): string => {
  const characters = [...text];
  return characters.length <= EXAMPLE_LENGTH ? text : `${characters.slice(0, EXAMPLE_LENGTH - 1).join('')}…`;
};

function frequencies(texts: ReadonlyArray<readonly string[]>): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of texts.flatMap((words) => [...new Set(words.map((word) => word.toLowerCase()))])) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

function found(template: string, parts: readonly Seen[], shared: ReadonlyMap<string, number>): Found {
  const words = templateWords(template);
  return {
    id: createHash('sha256').update(template).digest('hex').slice(0, 10),
    template,
    name: proposedName(words, shared),
    category: proposedCategory(words),
    count: parts.reduce((sum, { count }) => sum + count, 0),
    firstSeen: new Date(Math.min(...parts.map(({ first }) => first))).toISOString(),
    lastSeen: new Date(Math.max(...parts.map(({ last }) => last))).toISOString(),
    examples: [...new Set(parts.flatMap(({ examples }) => examples))].slice(0, MOST_EXAMPLES),
  };
}

const byCount = (one: Found, other: Found): number =>
  other.count - one.count || (one.template < other.template ? -1 : one.template > other.template ? 1 : 0);
