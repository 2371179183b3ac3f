import { DEFAULT_SETTINGS } from '../../../src/catalog/settings/defaults';
import { ATTEMPTS, FROM_USER, type PlannedMessage } from '../plan/chatScript';
import { createPlan, DEFAULT_PLAN } from '../plan/plan';
import { DAY } from '../plan/time';
import { content } from './content';
import { ERRORS } from './errors';
import { HOSTILE, HOSTILE_KINDS } from './hostile';

const END = Date.UTC(2026, 5, 1);
const month = createPlan({ ...DEFAULT_PLAN, troubledUntil: Infinity }).messages(END - 30 * DAY, END);
const known = new Map<PlannedMessage, string>();

function textOf(message: PlannedMessage): string {
  const text = known.get(message) ?? content(DEFAULT_PLAN.seedNumber, message);
  known.set(message, text);
  return text;
}
const { phrases, patterns } = DEFAULT_SETTINGS.validation;
const says = (text: string, expressions: readonly string[]) =>
  expressions.some((one) => new RegExp(one, 'i').test(text));

const ASKED = ['request'] as const;
const SAID = ['attempt', 'success', 'trip', 'completed'] as const;

describe('the words of the messages', () => {
  it('are always the same for one message', () => {
    const [message] = month;

    expect(message && textOf(message)).toBe(message && textOf({ ...message }));
  });

  it('mean what the plan means by them, and nothing else', () => {
    const wanted: Partial<Record<PlannedMessage['purpose'], string>> = {
      attempt: 'attempt',
      riddle: 'attempt',
      completed: 'completed',
      request: 'request',
      giant: 'request',
      fixed: 'success',
      gave_up: 'trip',
    };
    const odd = month
      .filter(({ purpose }) => purpose !== 'note')
      .filter((message) => {
        const text = textOf(message);
        const isUser = FROM_USER.includes(message.purpose);
        const meanings = (isUser ? ASKED : SAID).filter((kind) => says(text, phrases[kind]));
        return meanings.join() !== (wanted[message.purpose] ?? '');
      });

    expect(odd.map(textOf)).toEqual([]);
  });

  it('name each of the five error patterns, and errors that none of them knows', () => {
    const seen = new Set(
      month
        .filter(({ purpose }) => ATTEMPTS.includes(purpose))
        .map(textOf)
        .map((text) => patterns.find(({ pattern }) => new RegExp(pattern, 'i').test(text))?.name ?? 'Other')
    );

    expect(seen).toEqual(new Set(Object.keys(ERRORS)));
    for (const [name, texts] of Object.entries(ERRORS)) {
      const recognised = texts.map(
        (text) => patterns.find(({ pattern }) => new RegExp(pattern, 'i').test(text))?.name ?? 'Other'
      );
      expect(recognised).toEqual(texts.map(() => name));
    }
  });

  it('hold every kind of hostile text, as messages and as names of scenes', () => {
    const wishes = new Set(month.filter(({ purpose }) => purpose === 'wish').map(textOf));
    const scenes = new Set(month.map(({ scene }) => scene));

    expect(HOSTILE_KINDS.filter((kind) => !wishes.has(HOSTILE[kind]))).toEqual([]);
    expect(
      [HOSTILE.script, HOSTILE.sql, HOSTILE.quotes, HOSTILE.template, '', null].filter((name) => !scenes.has(name))
    ).toEqual([]);
    expect(month.some(({ chat }) => /<script>/.test(chat))).toBe(true);
  });

  it('are a megabyte long once in any 30 days, and tens of kilobytes sometimes', () => {
    const lengths = month.map((message) => textOf(message).length);

    expect(lengths.filter((length) => length >= 1_000_000)).toHaveLength(1);
    expect(lengths.filter((length) => length >= 20_000 && length < 100_000).length).toBeGreaterThan(10);
  });

  it('hold nothing that PostgreSQL or UTF-8 refuses', () => {
    // Half a surrogate pair, or the character 0.
    const refused = month.map(textOf).filter((text) => /\p{Surrogate}|\0/u.test(text));

    expect(refused).toEqual([]);
  });
});
