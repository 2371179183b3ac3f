import { type Coverage, type CoveredPlace, type Status } from './covered';
import { fewWords } from './fewWords';

const INTRODUCTION = `<!-- Written by \`genwatch spec-coverage\` from the catalog and tools/spec/{exclusions,placements}.ts; do not edit. -->

# Coverage of the specification

Every heading, table row, list item, statement in code, endpoint, command and line with a number of the five documents is a
place with an anchor. A place is **implemented** by the catalog entries or files named beside it, **excluded** for a reason, or
**open**, which means planned. The documents of the systems that are built are listed place by
place, the others by section.
`;

/** The whole file, the same for the same input. `listed` names the documents shown place by place. */
export function coverageMarkdown({ documents }: Coverage, listed: readonly string[]): string {
  const summary = table(
    ['document', 'places', 'implemented', 'excluded', 'open'],
    [
      ...documents.map(({ document, places }) => [document.file, ...counts(places)]),
      ['all', ...counts(documents.flatMap(({ places }) => places))],
    ]
  );
  const chapters = documents.map(({ name, document, places }) => {
    const body = listed.includes(name) ? placeByPlace(places) : bySection(places);
    return `## ${document.file}\n\n${body}`;
  });
  return [INTRODUCTION, summary, ...chapters].join('\n');
}

function placeByPlace(places: readonly CoveredPlace[]): string {
  const rows = places.map(({ place, status }) => [
    code(place.anchor),
    place.kind,
    code(fewWords(place)),
    inWords(status),
  ]);
  return table(['place', 'kind', 'words', 'status'], rows);
}

function bySection(places: readonly CoveredPlace[]): string {
  const sections: CoveredPlace[][] = [];
  for (const covered of places) {
    if (covered.place.kind === 'heading') {
      sections.push([]);
    }
    sections.at(-1)?.push(covered);
  }
  const rows = sections.map((section) => [code(section[0]?.place.anchor ?? ''), ...counts(section)]);
  const known = places.filter(({ place, status }) => place.kind !== 'heading' && status.kind !== 'open');
  return (
    table(['section', 'places', 'implemented', 'excluded', 'open'], rows) +
    (known.length > 0 ? `\n${placeByPlace(known)}` : '')
  );
}

function counts(places: readonly CoveredPlace[]): string[] {
  const of = (kind: Status['kind']) => String(places.filter(({ status }) => status.kind === kind).length);
  return [String(places.length), of('implemented'), of('excluded'), of('open')];
}

function inWords(status: Status): string {
  switch (status.kind) {
    case 'implemented':
      return status.by.map(code).join(', ');
    case 'excluded':
      return `excluded: ${status.reason}`;
    case 'open':
      return 'open (planned)';
  }
}

const code = (text: string) => `\`${text.replace(/`/g, '')}\``;

function table(head: readonly string[], rows: ReadonlyArray<readonly string[]>): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replace(/\|/g, '\\|')).join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}
