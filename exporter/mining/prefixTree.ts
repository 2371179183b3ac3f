import { isMasked, mark } from '../../src/catalog/templates/maskMessage';

/** Messages of the same words, but for those that differ. */
export interface Cluster {
  /** Words and marks; the mark of `*` where messages differ. */
  tokens: readonly string[];
}

export interface PrefixTree {
  /** The cluster that these tokens belong to now; a new one when none is like them. */
  put(tokens: readonly string[]): Cluster;
  /** Least recently used first. */
  clusters(): readonly Cluster[];
  /** How much hangs between the root and the clusters. */
  branches(): number;
}

/** What follows says no more about the kind of an error. */
const MOST_TOKENS = 40;

export const tokensOf = (masked: string): readonly string[] => masked.split(' ').slice(0, MOST_TOKENS);

/** Tokens that lead from the root to a leaf, after their number. */
export const BRANCHES = 2;
/** Different tokens at one branch; the others share one. */
const MOST_CHILDREN = 64;
/** Share of the words that have to be equal. */
const LEAST_SIMILARITY = 0.75;
/** Beside a word, an equal mark says little: most messages have numbers and names. */
const WEIGHT_OF_MARK = 0.5;

const ANY = mark('*');

interface Leaf {
  readonly path: readonly string[];
  readonly clusters: Cluster[];
}

/**
 * A tree of fixed depth, as Drain has it: messages of one length that begin alike are compared word by word. Holds at most
 * `mostClusters`; the one that has not been seen for longest makes room, with its branch.
 */
export function createPrefixTree(mostClusters: number): PrefixTree {
  const leaves = new Map<string, Leaf>();
  /** How many different tokens follow a branch. */
  const children = new Map<string, Map<string, number>>();
  /** In the order of their last use. */
  const leafOf = new Map<Cluster, Leaf>();

  function leafFor(tokens: readonly string[]): Leaf {
    const path = [String(tokens.length)];
    for (let depth = 0; depth < Math.min(BRANCHES, tokens.length); depth++) {
      const known = children.get(path.join(' '));
      const token = tokens[depth] ?? ANY;
      const isKept = !isMasked(token) && (!known || known.has(token) || known.size < MOST_CHILDREN);
      path.push(isKept ? token : ANY);
    }
    const key = path.join(' ');
    const leaf = leaves.get(key) ?? { path, clusters: [] };
    leaves.set(key, leaf);
    return leaf;
  }

  /** Counts a cluster in, or out, at each branch of its path; what nothing hangs on is cut off. */
  function count(path: readonly string[], by: 1 | -1): void {
    path.slice(1).forEach((token, i) => {
      const branch = path.slice(0, i + 1).join(' ');
      const known = children.get(branch) ?? new Map<string, number>();
      const clusters = (known.get(token) ?? 0) + by;
      clusters > 0 ? known.set(token, clusters) : known.delete(token);
      known.size > 0 ? children.set(branch, known) : children.delete(branch);
    });
  }

  function evict(): void {
    const [oldest] = leafOf;
    if (!oldest) {
      return;
    }
    const [cluster, leaf] = oldest;
    leafOf.delete(cluster);
    leaf.clusters.splice(leaf.clusters.indexOf(cluster), 1);
    count(leaf.path, -1);
    if (leaf.clusters.length === 0) {
      leaves.delete(leaf.path.join(' '));
    }
  }

  return {
    put(tokens) {
      const leaf = leafFor(tokens);
      let cluster = mostLike(tokens, leaf.clusters);
      if (cluster) {
        cluster.tokens = common(cluster.tokens, tokens);
        leafOf.delete(cluster);
      } else {
        cluster = { tokens };
        leaf.clusters.push(cluster);
        count(leaf.path, 1);
      }
      leafOf.set(cluster, leaf);
      if (leafOf.size > mostClusters) {
        evict();
      }
      return cluster;
    },
    clusters: () => [...leafOf.keys()],
    branches: () => leaves.size + [...children.values()].reduce((sum, { size }) => sum + size, 0),
  };
}

/** The first of the most similar ones, if one is similar enough. */
function mostLike(tokens: readonly string[], clusters: readonly Cluster[]): Cluster | undefined {
  let best: Cluster | undefined;
  let most = LEAST_SIMILARITY;
  for (const cluster of clusters) {
    const found = similarity(cluster.tokens, tokens);
    if (found > most || (found === most && !best)) {
      best = cluster;
      most = found;
    }
  }
  return best;
}

function similarity(template: readonly string[], tokens: readonly string[]): number {
  let equal = 0;
  let all = 0;
  template.forEach((token, i) => {
    const weight = isMasked(token) ? WEIGHT_OF_MARK : 1;
    all += weight;
    equal += token === tokens[i] ? weight : 0;
  });
  return all === 0 ? 1 : equal / all;
}

/** What two lists of one length share; `*` where they differ. */
export const common = (some: readonly string[], others: readonly string[]): readonly string[] =>
  some.every((token, i) => token === others[i]) ? some : some.map((token, i) => (token === others[i] ? token : ANY));
