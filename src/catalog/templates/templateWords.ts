import { MASKS, type Mask } from './masks';

/** A piece of a template: a word that all its messages have, a mask, or what stands between two of these. */
export type TemplatePart =
  | { readonly kind: 'word'; readonly word: string }
  | { readonly kind: 'mask'; readonly mask: Mask }
  | { readonly kind: 'gap' };

const PARTS = new RegExp(
  String.raw`<(${MASKS.join('|').replace('*', String.raw`\*`)})>|([\p{L}\p{M}\p{N}_]+)|[^<\p{L}\p{M}\p{N}_]+|<`,
  'gu'
);

export function templateParts(template: string): TemplatePart[] {
  return [...template.matchAll(PARTS)].map(([, name, word]): TemplatePart => {
    const mask = MASKS.find((known) => known === name);
    if (mask !== undefined) {
      return { kind: 'mask', mask };
    }
    return word === undefined ? { kind: 'gap' } : { kind: 'word', word };
  });
}

/** The words that all messages of a template have, in their order. */
export const templateWords = (template: string): string[] =>
  templateParts(template).flatMap((part) => (part.kind === 'word' ? [part.word] : []));
