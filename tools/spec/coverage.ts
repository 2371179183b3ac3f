import { type Catalog } from '../../src/catalog/catalog';
import { type SpecDocument as DocumentName } from '../../src/catalog/kinds/source';
import { citations, type Citation } from './citations';
import { type Coverage, type CoveredPlace, type Lists, type Status } from './covered';
import { type Place, type SpecDocument } from './document';
import { listProblems } from './listProblems';
import { locate, type Located } from './locate';
import { quotedNumbers, sameNumber } from './quotedNumbers';
import { type Specification } from './specification';
import { statementsOf } from './statements';

/** The documents that are covered; the decisions only correct them. */
const COVERED: readonly DocumentName[] = ['validation', 'generation', 'codequal', 'leanvibe', 'operations'];

/** Tells for every place of the five documents what implements it, why it is left out, or that it is open. */
export function coverageOf(specification: Specification, catalog: Catalog, lists: Lists): Coverage {
  const cited = citations(catalog).map((citation) => ({ citation, at: locate(specification, citation.quote) }));
  const documents = COVERED.map((name) => {
    const document = specification[name];
    return {
      name,
      document,
      places: coverDocument(
        document,
        cited.filter(({ citation }) => citation.quote.document === name),
        lists
      ),
    };
  });
  const unlocated = cited.flatMap(({ citation, at }) =>
    at.found ? [] : [`${citation.owner} ${citation.part}: ${at.problem}`]
  );
  return {
    documents,
    problems: [
      ...unlocated,
      ...listProblems(
        documents.flatMap(({ places }) => places),
        catalog,
        lists
      ),
    ],
  };
}

interface Cited {
  readonly citation: Citation;
  readonly at: Located;
}
interface Found extends Cited {
  readonly at: Extract<Located, { found: true }>;
}

function coverDocument(document: SpecDocument, cited: readonly Cited[], lists: Lists): CoveredPlace[] {
  const found = cited.flatMap(({ citation, at }) => (at.found ? [{ citation, at }] : []));
  const first = new Map(document.places.map((place) => [place, statusOf(place, document, found, lists)]));
  // A heading, or the item of a list that has parts, asks what these ask: it is done with the last of them.
  const partsOf = (place: Place): Place[] =>
    document.places.filter((part) => part !== place && part.kind !== 'heading' && holds(place, part));
  const isSum = (place: Place): boolean =>
    place.kind === 'heading' ||
    (place.kind === 'item' && first.get(place)?.kind === 'open' && partsOf(place).length > 0);
  return document.places.map((place) => {
    const own = first.get(place) ?? { kind: 'open' };
    const parts = partsOf(place).filter((part) => !isSum(part));
    return {
      place,
      status:
        isSum(place) && own.kind === 'open' && parts.length > 0 ? sumOf(parts.map((part) => first.get(part))) : own,
    };
  });
}

function sumOf(parts: ReadonlyArray<Status | undefined>): Status {
  if (parts.some((status) => status?.kind === 'open')) {
    return { kind: 'open' };
  }
  const by = parts.flatMap((status) => (status?.kind === 'implemented' ? status.by : []));
  return by.length > 0
    ? { kind: 'implemented', by: [...new Set(by)] }
    : { kind: 'excluded', reason: 'all its parts are' };
}

const holds = (outer: Place, inner: Place) => outer.line <= inner.line && inner.end <= outer.end;

function statusOf(place: Place, document: SpecDocument, found: readonly Found[], lists: Lists): Status {
  const within = (anchor: string, alone?: boolean) =>
    document.places.some((outer) => outer.anchor === anchor && (outer === place || (!alone && holds(outer, place))));
  const by = [
    ...found.filter((one) => implementsPlace(one, place, document)).flatMap(({ citation }) => citation.ids),
    ...repeated(place, document, found),
    ...lists.placements.filter((placement) => within(placement.place)).map((placement) => placement.by),
  ];
  const exclusion = lists.exclusions.find(({ place: anchor, alone }) => within(anchor, alone));
  if (by.length > 0) {
    return { kind: 'implemented', by: [...new Set(by)] };
  }
  return exclusion ? { kind: 'excluded', reason: exclusion.reason } : { kind: 'open' };
}

/** The quoted line itself; the list item a quote names with its statement; the statement a query quotes from. */
function implementsPlace({ citation, at }: Found, place: Place, document: SpecDocument): boolean {
  const isQuoted = at.first <= place.line && place.line <= at.last;
  const statement = citation.isQuery
    ? statementsOf(document).find(({ line, end }) => line <= at.first && at.last <= end)
    : undefined;
  const inQuery =
    statement !== undefined &&
    ((statement.line <= place.line && place.end <= statement.end) ||
      (place.kind === 'code' && place.line === statement.line - 1 && place.end === statement.end + 1));
  const isItem =
    at.section.kind === 'item' && (place === at.section || (place.kind === 'code' && holds(at.section, place)));
  return inQuery || isItem || (place.kind !== 'heading' && place.kind !== 'code' && isQuoted);
}

/** A line of an item or statement whose numbers are all quoted from the same item or statement says nothing new. */
function repeated(place: Place, document: SpecDocument, found: readonly Found[]): string[] {
  const scope = document.places.find((p) => (p.kind === 'item' || p.kind === 'code') && p !== place && holds(p, place));
  const numbers = quotedNumbers(place.text);
  if (!scope || place.kind !== 'line' || numbers.length === 0) {
    return [];
  }
  const near = found.filter(({ at }) => scope.line <= at.first && at.last <= scope.end);
  const owners = numbers.map((number) =>
    near.filter(({ citation }) => quotedNumbers(citation.quote.words).some((quoted) => sameNumber(quoted, number)))
  );
  return owners.every((some) => some.length > 0) ? owners.flat().flatMap(({ citation }) => citation.ids) : [];
}
