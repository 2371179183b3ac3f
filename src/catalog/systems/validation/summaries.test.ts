import { buildCatalog } from '../../catalog';
import { type Row } from '../../kinds/summary';
import { DEFAULT_SETTINGS } from '../../settings/defaults';
import { validation } from '.';
import { validationSummaries } from './summaries';

const { systems } = buildCatalog([validation], DEFAULT_SETTINGS);
const summary = (id: string, now: Row[], before: Row[] = []) => validationSummaries[id]?.({ now, before });

const day = (rate: string | null, partial = ''): Row => ({ success_rate: rate, partial });
const pattern = (name: string, occurrences: number, chats = occurrences): Row => ({
  pattern: name,
  occurrences: String(occurrences),
  chats: String(chats),
});
const chains = (fixed: number, gaveUp: number, abandoned: number): Row[] => [
  { fixed: String(fixed), gave_up: String(gaveUp), abandoned: String(abandoned) },
];

describe('what a query comes to', () => {
  it('is there for every query that a checklist names', () => {
    const known = systems.flatMap(({ queries }) => queries.map(({ id }) => id));
    const named = systems.flatMap(({ checklists = [] }) =>
      checklists.flatMap(({ items }) => items.flatMap(({ ids }) => ids))
    );
    expect(named.filter((id) => known.includes(id) && !(id in validationSummaries))).toEqual([]);
  });

  it('is the trend of whole days, the oldest first', () => {
    const rows = [day('12', 'partial'), day('80'), day(null), day('88.4')];
    expect(summary('validation.success_per_day', rows)).toEqual({
      text: 'Success rate by day: 88, 80 % (falling).',
      attention: true,
    });
    expect(summary('validation.success_per_day', [day(null)])).toBeUndefined();
  });

  it('is the most frequent patterns beside the period before, and what no pattern knows', () => {
    const rows = [pattern('A', 9), pattern('Other', 3, 2), pattern('B', 1)];
    expect(summary('validation.error_patterns', rows, [pattern('A', 4)])).toEqual({
      text: 'Most frequent: A 9 (4 before), B 1 (0 before). Unknown patterns: 3 attempts in 2 chats (0 before).',
      attention: true,
    });
    expect(summary('validation.error_patterns', [pattern('A', 90)], [pattern('A', 4)])?.text).toBe(
      'Most frequent: A 90. Unknown patterns: none.'
    );
  });

  it('counts offenders and names none', () => {
    const offender = (chat: string, attempts: string): Row => ({ chat_id: chat, scene_name: 'secret', attempts });
    expect(summary('validation.offenders', [])).toEqual({
      text: 'Chains over the attempt limit: none.',
      attention: false,
    });
    expect(summary('validation.offenders', [offender('a', '7'), offender('a', '4')])).toEqual({
      text: 'Chains over the attempt limit: 2 in 1 chat, the longest of 7 attempts.',
      attention: true,
    });
  });

  it('asks for attention when users lose more than before, by a quarter at least', () => {
    const [good, worse] = [chains(90, 2, 8), chains(80, 4, 16)];
    expect(summary('validation.chain_summary', worse, good)).toEqual({
      text: 'Of 100 finished chains 4 gave up and 16 were abandoned: 20.0 %, 10.0 % in the period before.',
      attention: true,
    });
    expect(summary('validation.chain_summary', good, worse)?.attention).toBe(false);
    expect(summary('validation.chain_summary', chains(0, 0, 0))).toBeUndefined();
  });

  it('is the mean of the logged durations', () => {
    const rows: Row[] = [{ duration_ms: '80' }, { duration_ms: '160' }, { duration_ms: null }];
    expect(summary('validation.validation_logs', rows)).toEqual({
      text: 'Mean duration of the last 2 logged validations: 120 ms.',
      attention: true,
    });
  });
});
