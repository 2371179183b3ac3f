/** A fenced piece of code. */
export interface Block {
  /** What stands behind the opening fence: `sql`, `promql`, `sh`. */
  readonly language: string;
  readonly text: string;
  /** Line of the opening fence, counted from 1. */
  readonly line: number;
}

export interface Link {
  readonly target: string;
  readonly line: number;
}

/** A heading and what stands under it, up to the next heading of any depth. */
export interface Section {
  readonly heading: string;
  /** Number of its `#`. */
  readonly depth: number;
  /** The heading of depth 2 it belongs to; its own for one of depth 2, empty above the first. */
  readonly part: string;
  readonly line: number;
  /** Its text without blocks, as it is written. */
  readonly prose: string;
  readonly blocks: readonly Block[];
  readonly links: readonly Link[];
}

/** A runbook taken apart; `name` is that of its alert and its file. */
export interface Runbook {
  readonly name: string;
  /** In the order of the text. */
  readonly sections: readonly Section[];
}

type Draft = { -readonly [K in keyof Section]: Section[K] } & { blocks: Block[]; links: Link[] };

const HEADING = /^(#{1,6}) +(.+?) *$/;
const FENCE = /^```(.*)$/;
const INDENTED_FENCE = /^\s+```/;
const LINK = /\[[^\]]*\]\(([^)\s]+)\)/g;

/**
 * Takes a runbook's markdown apart: headings with `#`, blocks between three backticks at the beginning of a line.
 * @throws Error with the line of a block that nobody closes or that is indented, or of text above the first heading
 */
export function parseRunbook(name: string, markdown: string): Runbook {
  const sections: Draft[] = [];
  let fence: { language: string; line: number; lines: string[] } | undefined;
  let part = '';
  for (const [index, text] of markdown.split(/\r?\n/).entries()) {
    const line = index + 1;
    const current = sections.at(-1);
    const [, marks, heading] = (!fence && HEADING.exec(text)) || [];
    const [, language] = FENCE.exec(text) ?? [];
    if (fence) {
      if (language === '') {
        current?.blocks.push({ language: fence.language, text: fence.lines.join('\n'), line: fence.line });
        fence = undefined;
      } else {
        fence.lines.push(text);
      }
    } else if (marks && heading) {
      part = marks.length === 2 ? heading : marks.length < 2 ? '' : part;
      sections.push({ heading, depth: marks.length, part, line, prose: '', blocks: [], links: [] });
    } else if (!current) {
      if (text.trim() !== '') {
        throw new Error(`${name}.md:${line}: there is text above the first heading. Begin with "# ${name}".`);
      }
    } else if (INDENTED_FENCE.test(text)) {
      throw new Error(
        `${name}.md:${line}: this block is indented, so pasting it brings blanks along. Begin it at the margin.`
      );
    } else if (language !== undefined) {
      fence = { language: language.trim(), line, lines: [] };
    } else {
      current.prose += `${text}\n`;
      current.links.push(...[...text.matchAll(LINK)].map(([, target = '']) => ({ target, line })));
    }
  }
  if (fence) {
    throw new Error(`${name}.md:${fence.line}: this block has no end. Close it with three backticks.`);
  }
  return { name, sections };
}

/** The blocks of one language, each with its section. */
export const blocksOf = (runbook: Runbook, language: string): Array<{ section: Section; block: Block }> =>
  runbook.sections.flatMap((section) =>
    section.blocks.filter((block) => block.language === language).map((block) => ({ section, block }))
  );

/** The section with this heading. Throws with the headings there are when there is none. */
export function sectionOf({ name, sections }: Runbook, heading: string): Section {
  const found = sections.find((section) => section.heading === heading);
  if (!found) {
    const known = sections.map((section) => `"${section.heading}"`).join(', ');
    throw new Error(`${name}.md has no section "${heading}". Its sections are ${known}.`);
  }
  return found;
}

/** What stands between single backticks, in its order. */
export const codeSpans = (prose: string): string[] => [...prose.matchAll(/`([^`\n]+)`/g)].map(([, code = '']) => code);

/** The cells of all tables of a text: a list of rows each, without the line under the head. */
export const tableRows = (prose: string): string[][] =>
  prose
    .split('\n')
    .filter((line) => /^\|.*\|$/.test(line.trim()) && !/^[|\s:-]+$/.test(line))
    .map((line) =>
      line
        .trim()
        .slice(1, -1)
        .split(/(?<!\\)\|/)
        .map((cell) => cell.trim())
    );

/** How a link points at a heading: `It answers, but …` becomes `it-answers-but-`. */
export const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
