import { isMasked, mark } from '../../src/catalog/templates/maskMessage';
import { BRANCHES, common, type Cluster } from './prefixTree';

/** So many different words in one place are values of something. */
const LEAST_VALUES = 3;
/** What has to be the same beside them. */
const LEAST_WORDS = 2;

const ANY = mark('*');

/**
 * Clusters that differ in nothing but one of the words that lead through the tree, where there are several such words or a
 * masked one: the tree keeps these apart, however alike they are. Groups are in the order of their first cluster.
 */
export function mergeClusters<C extends Cluster>(clusters: readonly C[]): ReadonlyArray<readonly [C, ...C[]]> {
  let groups = clusters.map((cluster): Group<C> => ({ tokens: cluster.tokens, members: [cluster] }));
  for (let place = 0; place < BRANCHES; place++) {
    groups = merged(groups, place);
  }
  return groups.map(({ members, tokens }) => {
    members.forEach((member) => (member.tokens = tokens));
    return members;
  });
}

interface Group<C> {
  readonly tokens: readonly string[];
  readonly members: readonly [C, ...C[]];
}

function merged<C>(groups: ReadonlyArray<Group<C>>, place: number): Array<Group<C>> {
  const alike = new Map<string, Array<Group<C>>>();
  for (const group of groups) {
    const key = [...group.tokens.slice(0, place), ANY, ...group.tokens.slice(place + 1)].join(' ');
    alike.set(key, [...(alike.get(key) ?? []), group]);
  }
  return [...alike.values()].flatMap((some) => {
    const [first, ...more] = some;
    const isValue = some.length >= LEAST_VALUES || some.some(({ tokens }) => isMasked(tokens[place] ?? ''));
    const isOne = first && more.length > 0 && isValue && words(first.tokens.toSpliced(place, 1)) >= LEAST_WORDS;
    return isOne
      ? [
          {
            tokens: more.reduce<readonly string[]>((tokens, group) => common(tokens, group.tokens), first.tokens),
            members: [...first.members, ...more.flatMap(({ members }) => members)] as const,
          },
        ]
      : some;
  });
}

const words = (tokens: readonly string[]): number => tokens.filter((token) => !isMasked(token)).length;
