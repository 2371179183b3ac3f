import { type Catalog } from '../../src/catalog/catalog';
import { catalogIds, citations } from './citations';
import { type CoveredPlace, type Lists } from './covered';
import { type Place } from './document';
import { type Exclusion } from './exclusions';
import { fewWords } from './fewWords';
import { type Placement } from './placements';
import { quotedNumbers, sameNumber } from './quotedNumbers';

/** What is wrong with the hand-written lists: entries that point at nothing, contradict the catalog or give a number to the wrong threshold. */
export function listProblems(places: readonly CoveredPlace[], catalog: Catalog, lists: Lists): string[] {
  const at = new Map(places.map((covered) => [covered.place.anchor, covered]));
  return [
    ...lists.exclusions.flatMap((exclusion) => exclusionProblems(exclusion, at.get(exclusion.place))),
    ...lists.placements.flatMap((placement) =>
      placementProblems(placement, at.get(placement.place)?.place, catalog, lists.isFile)
    ),
  ];
}

function exclusionProblems({ place }: Exclusion, at: CoveredPlace | undefined): string[] {
  if (!at) {
    return [`exclusions.ts names "${place}", which is no place of the documents`];
  }
  return at.status.kind === 'implemented' && at.place.kind !== 'heading'
    ? [`exclusions.ts leaves out "${place}", which ${at.status.by.join(', ')} implements`]
    : [];
}

function placementProblems(
  { place, by, words }: Placement,
  at: Place | undefined,
  catalog: Catalog,
  isFile: Lists['isFile']
): string[] {
  if (!at) {
    return [`placements.ts names "${place}", which is no place of the documents`];
  }
  if (!catalogIds(catalog).has(by) && !isFile(by)) {
    return [`placements.ts gives "${place}" to "${by}", which is neither in the catalog nor a file of the project`];
  }
  if (words !== undefined && !at.text.includes(words)) {
    return [`placements.ts finds "${words}" at "${place}", but there stands "${fewWords(at)}"`];
  }
  return agrees(at, by, catalog)
    ? []
    : [`placements.ts gives "${place}" to ${by}, but none of its numbers stands there: "${fewWords(at)}"`];
}

/** Where a place bears numbers and a threshold is to implement it, one of the threshold's quoted numbers must be among them. */
function agrees({ text }: Place, by: string, catalog: Catalog): boolean {
  const quoted = citations(catalog)
    .filter(({ owner, claims }) => owner === by && claims.length > 0)
    .flatMap(({ quote }) => quotedNumbers(quote.words));
  const numbers = /\d/.test(text) ? quotedNumbers(text) : [];
  const isAmong = numbers.some((number) => quoted.some((other) => sameNumber(other, number)));
  return quoted.length === 0 || numbers.length === 0 || isAmong;
}
