/** What a document of the specification is made of, as far as it can be counted. */
export type PlaceKind = 'heading' | 'item' | 'bullet' | 'row' | 'code' | 'endpoint' | 'command' | 'line';

/** Something in a document that a quote, an exclusion or the coverage can point at. */
export interface Place {
  /** Short and stable while nothing is inserted before it in its section: `1:3.1.3`, `4:Notification Channels#row-2`. */
  readonly anchor: string;
  readonly kind: PlaceKind;
  /** First line, counted from 1. */
  readonly line: number;
  /** Last line of all that belongs to it: a heading's section, an item's code, a block's closing fence. */
  readonly end: number;
  /** Its first line without markdown's marks. */
  readonly text: string;
  /** What a quote may call it, most precise first. */
  readonly names: readonly string[];
}

export interface SpecDocument {
  /** In front of its anchors. */
  readonly number: string;
  readonly file: string;
  readonly lines: readonly string[];
  /** In the order of their lines; a place comes before what lies in it. */
  readonly places: readonly Place[];
}

/** Takes a markdown document apart. `number` becomes the prefix of its anchors, `file` is what messages call it. */
export function parseDocument(number: string, file: string, text: string): SpecDocument {
  const lines = text.split(/\r?\n/);
  const fences = fencedBlocks(lines);
  const headings = headingsOf(lines, fences);
  const items = itemsOf(lines, fences, headings);
  const outer = [...headings, ...items];
  const leaves = leavesOf(lines, fences, new Set(outer.map(({ line }) => line)));
  return { number, file, lines, places: named(number, outer, leaves) };
}

/** Emphasis, list marks, check boxes and pictograms removed; runs of white space made one. */
export function plainText(line: string): string {
  return line
    .replace(/^\s*(#{1,6}\s|[-*]\s|\d+[a-z]?\.\s)?\s*(\[[ x]\]\s)?/, '')
    .replace(/[\p{Extended_Pictographic}\u{FE0F}\u{200D}]/gu, ' ')
    .replace(/\*\*|`/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** A place whose anchor is not known yet; `key` is its part of the anchor. */
interface Draft {
  readonly kind: PlaceKind;
  readonly line: number;
  readonly end: number;
  readonly text: string;
  readonly key: string;
}
interface Heading extends Draft {
  readonly level: number;
}
interface Fence {
  readonly language: string;
  readonly line: number;
  readonly end: number;
}

function fencedBlocks(lines: readonly string[]): Fence[] {
  const blocks: Fence[] = [];
  let open: { language: string; line: number } | undefined;
  lines.forEach((text, i) => {
    const fence = /^\s*```(\w*)\s*$/.exec(text);
    if (!fence) {
      return;
    }
    if (open) {
      blocks.push({ ...open, end: i + 1 });
      open = undefined;
    } else {
      open = { language: fence[1] ?? '', line: i + 1 };
    }
  });
  return open ? [...blocks, { ...open, end: lines.length }] : blocks;
}

const holds = (outer: { line: number; end: number }, line: number) => outer.line <= line && line <= outer.end;

function headingsOf(lines: readonly string[], fences: readonly Fence[]): Heading[] {
  const found = lines.flatMap((text, i) => {
    const match = /^(#{1,6})\s+(.*)$/.exec(text);
    if (!match || fences.some((fence) => holds(fence, i + 1))) {
      return [];
    }
    const title = plainText(match[2] ?? '');
    const numbered = /^(\d+(?:\.\d+)*)\.?\s/.exec((match[2] ?? '').trim());
    return [{ level: (match[1] ?? '').length, line: i + 1, text: title, key: numbered?.[1] ?? title }];
  });
  return found.map((heading, i) => {
    const next = found.slice(i + 1).find(({ level }) => level <= heading.level);
    return { ...heading, kind: 'heading', end: (next?.line ?? lines.length + 1) - 1 };
  });
}

const ITEM = /^(\s{0,3})(\d+[a-z]?)\.\s+\S/;

/** Numbered items reach to the next item, the next heading, or a line that is no longer indented under them. */
function itemsOf(lines: readonly string[], fences: readonly Fence[], headings: readonly Heading[]): Draft[] {
  const inFence = (line: number) => fences.some((fence) => holds(fence, line));
  const starts = new Set(headings.map(({ line }) => line));
  return lines.flatMap((text, i) => {
    const item = ITEM.exec(text);
    if (!item || inFence(i + 1) || starts.has(i + 1)) {
      return [];
    }
    const rest = lines.slice(i + 1);
    const after = rest.findIndex((next, j) => {
      const line = i + 2 + j;
      const outdented = next !== '' && !/^\s/.test(next) && (lines[line - 2] ?? '') === '';
      return !inFence(line) && (starts.has(line) || ITEM.test(next) || outdented);
    });
    const last = after === -1 ? lines.length : i + 1 + after;
    return [
      { kind: 'item' as const, line: i + 1, end: lastFilled(lines, last), text: plainText(text), key: item[2] ?? '' },
    ];
  });
}

function lastFilled(lines: readonly string[], from: number): number {
  let line = from;
  while (line > 1 && (lines[line - 1] ?? '').trim() === '') {
    line -= 1;
  }
  return line;
}

const SHELL = ['bash', 'sh', 'shell'];
const HAS_NUMBER = /(?<![\w#.])\d/;
const LISTED = /^\s*(?:[-*]|\d+\.)\s+\S/;
/** A path behind a space, a quote or a bracket, or an address. */
const ENDPOINT = /(?:^|[\s"'`(])\/[a-z{][\w{}*-]*(?:\/[\w{}*-]+)*|^\s*https?:\/\//;
/** A paragraph that starts with its subject in bold. */
const LABELLED = /^\s*\*\*[^*]+\*\*:\s*\S/;

function leavesOf(lines: readonly string[], fences: readonly Fence[], taken: ReadonlySet<number>): Draft[] {
  const outside = lines.flatMap((_, i) =>
    taken.has(i + 1) || fences.some((fence) => holds(fence, i + 1)) ? [] : proseLeaf(lines, i + 1)
  );
  return [...outside, ...fences.flatMap((fence) => codeLeaves(lines, fence))].sort((a, b) => a.line - b.line);
}

const leaf = (kind: PlaceKind, line: number, text: string, end = line): Draft => ({
  kind,
  line,
  end,
  text: plainText(text),
  key: kind,
});

function proseLeaf(lines: readonly string[], line: number): Draft[] {
  const text = lines[line - 1] ?? '';
  if (/^\s*\|/.test(text)) {
    const isHead = /^\s*\|[\s:|-]+\|\s*$/.test(lines[line] ?? '');
    const isRule = /^\s*\|[\s:|-]+\|\s*$/.test(text);
    return isHead || isRule ? [] : [leaf('row', line, text.replace(/\|/g, ' '))];
  }
  if (LISTED.test(text)) {
    return [leaf('bullet', line, text)];
  }
  if (ENDPOINT.test(text)) {
    return [leaf('endpoint', line, text)];
  }
  return HAS_NUMBER.test(text) || LABELLED.test(text) ? [leaf('line', line, text)] : [];
}

/** The block itself and what in it can be counted: list items, endpoints, commands, numbers. */
function codeLeaves(lines: readonly string[], fence: Fence): Draft[] {
  const first = lines[fence.line]?.trim() ?? '';
  const found = [leaf('code', fence.line, first.replace(/^(--|\/\/|#)\s*/, ''), fence.end)];
  let quoted = false;
  for (let line = fence.line + 1; line < fence.end; line += 1) {
    const text = lines[line - 1] ?? '';
    const startsCommand = SHELL.includes(fence.language) && !quoted && isCommand(text, lines[line - 2]);
    const opens = SHELL.includes(fence.language) && (text.replace(/\\"/g, '').match(/"/g) ?? []).length % 2 === 1;
    quoted = opens ? !quoted : quoted;
    if (LISTED.test(text)) {
      found.push(leaf('bullet', line, text));
    } else if (
      /^\s*((GET|POST|PUT|DELETE)\s+)?\/[a-z]|^\s*https?:\/\//.test(text) ||
      (!startsCommand && ENDPOINT.test(text))
    ) {
      found.push(leaf('endpoint', line, text));
    } else if (startsCommand) {
      found.push(leaf('command', line, text));
    } else if (HAS_NUMBER.test(withoutSqlArithmetic(text))) {
      found.push(leaf('line', line, text));
    }
  }
  return found;
}

function isCommand(text: string, before: string | undefined): boolean {
  const continues = before?.trimEnd().endsWith('\\') ?? false;
  return !continues && text.trim() !== '' && !/^\s*(#|fi\b|done\b|else\b|then\b|esac\b)/.test(text);
}

/** Numbers that only count rows, turn a share into percent or round it ask for nothing. */
function withoutSqlArithmetic(text: string): string {
  return text.replace(/\bTHEN 1\b|\* 100(\.0)?\b|, ?[02](?=\)|\s*$)|^\s*2\s*$/g, '');
}

function named(number: string, outer: readonly Draft[], leaves: readonly Draft[]): Place[] {
  const sorted = [...outer].sort((a, b) => a.line - b.line);
  const headings = sorted.filter(({ kind }) => kind === 'heading');
  const keyOf = (heading: Draft): string => {
    const parent = headings.filter((h) => h !== heading && holds(h, heading.line)).at(-1);
    const isAlone = headings.filter(({ key }) => key === heading.key).length === 1;
    return isAlone || !parent ? heading.key : `${keyOf(parent)}/${heading.key}`;
  };
  const sectionOf = (line: number) => {
    const heading = headings.filter((h) => holds(h, line)).at(-1);
    return heading ? keyOf(heading) : '';
  };
  const used = new Map<string, number>();
  const unique = (key: string) => {
    const count = (used.get(key) ?? 0) + 1;
    used.set(key, count);
    return count === 1 ? key : `${key}~${count}`;
  };
  const place = ({ kind, line, end, text }: Draft, key: string, names: readonly string[]): Place => ({
    anchor: `${number}:${key}`,
    kind,
    line,
    end,
    text,
    names: [...new Set([key, ...names])],
  });

  const places: Place[] = sorted.map((draft) => {
    if (draft.kind === 'heading') {
      const title = draft.text.replace(/^\d+(?:\.\d+)*\.?\s+/, '');
      return place(draft, unique(keyOf(draft)), [draft.key, draft.text, title]);
    }
    const section = sectionOf(draft.line);
    return place(draft, unique(section ? `${section}.${draft.key}` : draft.key), [draft.key]);
  });
  const items = places.filter(({ kind }) => kind === 'item');
  const counted = new Map<string, number>();
  for (const draft of leaves) {
    const item = items.find((i) => holds(i, draft.line));
    const base = `${item ? (item.names[0] ?? '') : sectionOf(draft.line)}#${draft.kind}`;
    const count = (counted.get(base) ?? 0) + 1;
    counted.set(base, count);
    places.push(place(draft, `${base}-${count}`, []));
  }
  return places.sort((a, b) => a.line - b.line || b.end - a.end);
}
