import { isMap, isNode, isScalar, isSeq, parseDocument, type Node, type Pair, type YAMLMap, type YAMLSeq } from 'yaml';

import { type Settings } from '../../src/catalog/settings/settings';
import {
  itemLines,
  listLines,
  overrideSnippet,
  type PatternOverride,
} from '../../src/catalog/templates/patternOverride';

/** A text that goes into another one, which otherwise stays as it is. */
export interface Insertion {
  readonly at: number;
  /** Whole lines, or a piece of one. */
  readonly text: string;
}

/**
 * Where and how an override goes into the text of a genwatch.config.yaml: nothing else of the file is touched. A file that has no
 * list of its own gets the whole one, because lists replace those of the defaults.
 *
 * @param settings those of the file
 * @returns nothing when the file is laid out in a way that needs a person
 */
export function insertionOf(text: string, override: PatternOverride, settings: Settings): Insertion | undefined {
  // As the settings are read: every scalar is a text.
  const { contents } = parseDocument(text, { schema: 'failsafe', logLevel: 'error' });
  if (contents === null || (isScalar(contents) && !contents.value)) {
    return atEnd(text, override, settings);
  }
  if (!isMap(contents)) {
    return undefined;
  }
  const [sectionName = '', listName = ''] = override.setting.split('.');
  const section = pairOf(contents, sectionName);
  if (!section) {
    return contents.flow ? undefined : atEnd(text, override, settings);
  }
  if (!isMap(section.value)) {
    return isEmpty(section.value) ? afterLine(text, section, ofSection('  ', override, settings)) : undefined;
  }
  const list = pairOf(section.value, listName);
  if (!list) {
    return section.value.flow
      ? undefined
      : afterLine(text, section, ofSection(indentOf(text, section.value), override, settings));
  }
  if (isSeq(list.value)) {
    return list.value.flow ? intoFlow(text, list.value, override) : intoBlock(text, list.value, override);
  }
  return isEmpty(list.value)
    ? afterLine(text, list, listLines(override, settings, indentOf(text, section.value) + '  '))
    : undefined;
}

/** A text with an insertion in it, at the ends of lines that the text uses. */
export function inserted(text: string, { at, text: piece }: Insertion): string {
  const isWindows = /\r\n/.test(text);
  return text.slice(0, at) + (isWindows ? piece.replace(/\n/g, '\r\n') : piece) + text.slice(at);
}

function pairOf(map: YAMLMap, key: string): Pair | undefined {
  return map.items.find((pair) => isScalar(pair.key) && String(pair.key.value) === key);
}

const isEmpty = (value: unknown): boolean => value === null || (isScalar(value) && !value.value);

const ofSection = (indent: string, override: PatternOverride, settings: Settings): string =>
  `${indent}${override.setting.split('.')[1]}:\n${listLines(override, settings, `${indent}  `)}`;

function atEnd(text: string, override: PatternOverride, settings: Settings): Insertion {
  const before = text === '' || text.endsWith('\n') ? '' : '\n';
  return {
    at: text.length,
    text: `${before}${text.trim() === '' ? '' : '\n'}${overrideSnippet(override, settings)}`,
  };
}

/** Behind the line of a key, before the comments of what follows it. */
function afterLine(text: string, { key }: Pair, lines: string): Insertion | undefined {
  return isNode(key) ? newLines(text, startOf(key), lines) : undefined;
}

function intoBlock(text: string, list: YAMLSeq, { item }: PatternOverride): Insertion | undefined {
  const last = list.items.at(-1);
  const end = isNode(last) ? (last.range?.[1] ?? 0) : 0;
  // A value that fills its last lines ends at the beginning of the next one.
  const written = text.slice(0, end).trimEnd().length;
  return end === 0 ? undefined : newLines(text, written, itemLines(item, indentOf(text, list)));
}

function intoFlow(text: string, list: YAMLSeq, { item }: PatternOverride): Insertion {
  const close = (list.range?.[1] ?? 1) - 1;
  const before = text.slice(0, close).trimEnd();
  const comma = list.items.length === 0 || before.endsWith(',') ? '' : ',';
  const pairs = itemLines(item, '')
    .trim()
    .replace(/^- /, '')
    .split('\n')
    .map((line) => line.trim());
  return { at: before.length, text: `${comma}${before.endsWith('[') ? '' : ' '}{ ${pairs.join(', ')} }` };
}

function newLines(text: string, from: number, lines: string): Insertion {
  const end = text.indexOf('\n', from);
  return end < 0 ? { at: text.length, text: `\n${lines}` } : { at: end + 1, text: lines };
}

const startOf = (node: Node): number => node.range?.[0] ?? 0;

/** What stands before a collection in its first line. */
function indentOf(text: string, collection: Node): string {
  const start = startOf(collection);
  return ' '.repeat(start - (text.lastIndexOf('\n', start - 1) + 1));
}
