import { type Catalog } from '../../src/catalog/catalog';
import { type Quote } from '../../src/catalog/kinds/source';
import { LEVELS, type Threshold } from '../../src/catalog/kinds/threshold';
import { type Claim } from './compareQuote';

/** A quote of the catalog: who gives it, for which of its parts, and what it has to bear out. */
export interface Citation {
  /** Id or name of the entry that gives it: `validation.success_rate`, `genwatch_validation_chains`. */
  readonly owner: string;
  /** `critical`, `window`, … of a threshold; mostly `source` of everything else. */
  readonly part: string;
  readonly quote: Quote;
  readonly claims: readonly Claim[];
  /** The owner and what the catalog builds on it: alerts, dashboards. */
  readonly ids: readonly string[];
  /** Whether a query gives it, which stands for the whole statement it quotes. */
  readonly isQuery: boolean;
}

/**
 * Every quote in the catalog, in the catalog's order. It looks into everything a system holds, so that a kind added
 * later is covered without a change here.
 */
export function citations(catalog: Catalog): Citation[] {
  const found = new Map<string, Citation>();
  for (const system of catalog.systems) {
    for (const [list, entries] of Object.entries(system)) {
      walk(entries, list, [], found);
    }
  }
  return [...found.values()];
}

/** Ids and names of everything in the catalog that can implement something. */
export function catalogIds(catalog: Catalog): Set<string> {
  const entries = catalog.systems.flatMap((system) => Object.values({ ...system }).flatMap((entry: unknown) => entry));
  return new Set(entries.flatMap((entry: unknown) => nameOf(entry) ?? []));
}

function walk(value: unknown, list: string, owners: readonly string[], found: Map<string, Citation>): void {
  if (typeof value !== 'object' || value === null) {
    return;
  }
  const name = nameOf(value);
  const chain = name !== undefined && name !== owners.at(-1) ? [...owners, name] : owners;
  for (const [key, child] of Object.entries(value)) {
    if (isQuoteLike(child)) {
      note(value, list, chain, key, child, found);
    } else if (key === 'sources' && isThreshold(value)) {
      Object.entries(value.sources).forEach(
        ([of, source]) => isQuoteLike(source) && note(value, list, chain, of, source, found)
      );
    } else {
      walk(child, list, chain, found);
    }
  }
}

function note(
  entry: object,
  list: string,
  chain: readonly string[],
  part: string,
  quote: Quote,
  found: Map<string, Citation>
): void {
  const owner = chain.at(-1) ?? '';
  const key = JSON.stringify([owner, part, quote]);
  const known = found.get(key);
  // A target is drawn and never paged.
  const others = list === 'alerts' && part === 'target' ? [] : chain.slice(0, -1).reverse();
  found.set(key, {
    owner,
    part,
    quote,
    claims: isThreshold(entry) ? claimsOf(entry, part) : [],
    ids: [...new Set([owner, ...(known?.ids ?? []), ...others])],
    isQuery: known?.isQuery ?? ('sql' in entry && typeof entry.sql === 'function'),
  });
}

function claimsOf(threshold: Threshold, part: string): Claim[] {
  const level = LEVELS.find((l) => l === part);
  const bound = level && threshold.levels[level];
  if (level && bound) {
    return [{ kind: 'level', level, bound, unit: threshold.unit }];
  }
  switch (part) {
    case 'window':
      return threshold.window ? [{ kind: 'duration', duration: threshold.window }] : [];
    case 'for':
      return Object.values(threshold.for ?? {}).map((duration) => ({ kind: 'duration', duration }));
    case 'minimumSample':
      return threshold.minimumSample ? [{ kind: 'minimum', samples: threshold.minimumSample }] : [];
    case 'floor':
      return threshold.floor ? [{ kind: 'floor', amount: threshold.floor }] : [];
    case 'history':
      return threshold.history ? [{ kind: 'duration', duration: threshold.history }] : [];
    default:
      return [];
  }
}

const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

const isQuoteLike = (value: unknown): value is Quote =>
  isRecord(value) && ['document', 'section', 'words'].every((key) => typeof value[key] === 'string');

const isThreshold = (value: unknown): value is Threshold =>
  isRecord(value) && isRecord(value['levels']) && isRecord(value['sources']) && typeof value['unit'] === 'string';

function nameOf(value: unknown): string | undefined {
  const name = isRecord(value) ? (value['id'] ?? value['uid'] ?? value['name']) : undefined;
  return typeof name === 'string' ? name : undefined;
}
