import { isAlias, isMap, isScalar, isSeq, Scalar, type Node } from 'yaml';
import { problem, type Problem } from '../kinds/problem';
import { shown } from './shown';

export type Complaint = Problem & { readonly offset: number };

export interface PlainData {
  readonly value: unknown;
  /** Offset of each key and list item, by `placeKey` of its path. */
  readonly places: ReadonlyMap<string, number>;
  readonly complaints: readonly Complaint[];
}

export const placeKey = (path: readonly string[]): string => JSON.stringify(path);

const EMPTY = ['', '~', 'null', 'Null', 'NULL'];

/** Turns the nodes of a `failsafe` document into maps, lists, texts and null. What YAML allows and settings do not is left out and told. */
export function plainData(root: unknown, lineOf: (offset: number) => number): PlainData {
  const places = new Map<string, number>();
  const complaints: Complaint[] = [];

  /** `undefined` means: told already, leave it out. */
  function plain(node: unknown, path: readonly string[]): unknown {
    const complain = (message: string, remedy: string, at: readonly string[] = path, offset = startOf(node)) =>
      complaints.push({ ...problem(at, message, remedy), offset: offset ?? places.get(placeKey(path)) ?? 0 });

    if (isAlias(node)) {
      complain(`the alias "*${node.source}" is not supported`, 'write the value out');
      return undefined;
    }
    if (isAnchored(node)) {
      complain(`the anchor "&${node.anchor}" is not supported`, 'remove it and write the value out where it is needed');
    }
    if (isTagged(node)) {
      complain(`the tag "${shortTag(node.tag)}" is not supported`, 'remove it: values are read as they are written');
    }
    if (isSeq(node)) {
      return node.items.map((item, i) => {
        const itemPath = [...path, String(i)];
        places.set(placeKey(itemPath), startOf(item) ?? startOf(node) ?? 0);
        return plain(item, itemPath) ?? null;
      });
    }
    if (!isMap(node)) {
      const text = isScalar(node) ? String(node.value ?? '') : '';
      const isPlain = !isScalar(node) || node.type === Scalar.PLAIN || node.type === undefined;
      return isPlain && EMPTY.includes(text) ? null : text;
    }
    const entries = new Map<string, unknown>();
    const firsts = new Map<string, number>();
    for (const { key, value } of node.items) {
      const offset = startOf(key) ?? startOf(node) ?? 0;
      if (!isScalar(key) || key.value === '__proto__') {
        complain('a key must be a plain name', 'write it like "name: value"', path, offset);
        continue;
      }
      const name = String(key.value ?? '');
      const keyPath = [...path, name];
      const before = firsts.get(name);
      if (before !== undefined) {
        const first = `first in line ${lineOf(before)}`;
        complain(
          `${shown(name)} is written twice (${first})`,
          'keep one, with everything that belongs to it',
          keyPath,
          offset
        );
      }
      firsts.set(name, before ?? offset);
      places.set(placeKey(keyPath), offset);
      const read = plain(value, keyPath);
      if (read !== undefined) {
        entries.set(name, read);
      }
    }
    return Object.fromEntries(entries);
  }

  const value = plain(root, []) ?? null;
  return { value, places, complaints };
}

const startOf = (node: unknown): number | undefined => (node as Node | null | undefined)?.range?.[0];
const isAnchored = (node: unknown): node is { anchor: string } =>
  (isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined;
const isTagged = (node: unknown): node is { tag: string } =>
  (isScalar(node) || isMap(node) || isSeq(node)) && node.tag !== undefined;
const shortTag = (tag: string) => tag.replace('tag:yaml.org,2002:', '!!');
