import { type Quote } from '../../src/catalog/kinds/source';
import { plainText, type Place, type SpecDocument } from './document';
import { type Specification } from './specification';

/** Where a quote stands, or why it does not. */
export type Located =
  | {
      readonly found: true;
      readonly document: SpecDocument;
      readonly section: Place;
      readonly first: number;
      readonly last: number;
    }
  | { readonly found: false; readonly problem: string };

/** Finds the section a quote names and in it the quoted words, literally but for white space. */
export function locate(specification: Specification, quote: Quote): Located {
  const document = specification[quote.document];
  const sections = sectionsNamed(document, quote.section);
  const [section, another] = sections;
  if (!section) {
    return missing(`${document.file} has no section "${quote.section}"${elsewhere(document, quote.words)}`);
  }
  if (another) {
    const choices = sections.map(({ names, line }) => `"${names[0]}" (line ${line})`).join(', ');
    return missing(`${document.file} has several sections "${quote.section}": name one of ${choices}`);
  }
  const lines = findWords(document, section, quote.words);
  return lines
    ? { found: true, document, section, ...lines }
    : missing(
        `"${quote.words}" does not stand in section ${quote.section}, ${document.file}:${section.line}-${section.end}` +
          elsewhere(document, quote.words)
      );
}

const missing = (problem: string): Located => ({ found: false, problem });

/** Places called `name`; those whose precise name it is come alone. */
function sectionsNamed(document: SpecDocument, name: string): Place[] {
  const plain = plainText(`# ${name}`);
  const called = (place: Place) => (place.kind === 'heading' || document.number === 'D') && place.names.includes(plain);
  const exact = document.places.filter((place) => place.names[0] === name);
  return exact.length > 0 ? exact : document.places.filter(called);
}

/** First and last line of `words` within `place`, with white space made alike. */
function findWords(
  document: SpecDocument,
  place: Pick<Place, 'line' | 'end'>,
  words: string
): { first: number; last: number } | undefined {
  const tokens = document.lines
    .slice(place.line - 1, place.end)
    .flatMap((text, i) => text.split(/\s+/).flatMap((token) => (token ? [{ token, line: place.line + i }] : [])));
  const starts: number[] = [];
  let text = '';
  for (const { token } of tokens) {
    starts.push(text.length);
    text += `${token} `;
  }
  const wanted = words.trim().replace(/\s+/g, ' ');
  const at = wanted ? text.indexOf(wanted) : -1;
  if (at === -1) {
    return undefined;
  }
  const lineAt = (offset: number) => tokens[starts.findLastIndex((start) => start <= offset)]?.line ?? place.line;
  return { first: lineAt(at), last: lineAt(at + wanted.length - 1) };
}

function elsewhere(document: SpecDocument, words: string): string {
  const whole = findWords(document, { line: 1, end: document.lines.length }, words);
  if (!whole) {
    return '';
  }
  const holder = document.places
    .filter(
      ({ kind, line, end }) => (kind === 'heading' || kind === 'item') && line <= whole.first && whole.first <= end
    )
    .at(-1);
  return `; the words stand in "${holder?.names[0] ?? ''}", line ${whole.first}`;
}
