import { buildCatalog } from '../../src/catalog/catalog';
import { REVIEWS } from '../../src/catalog/kinds/checklist';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { answerChecklists, type AnsweredChecklist, type Questions } from './answerChecklist';
import { exampleCheck } from './exampleReport.fixture';
import { renderChecklist } from './renderChecklist';

const catalog = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);
const checklists = catalog.systems.flatMap(({ checklists: own = [] }) => own);

/** Answered by thresholds and Prometheus alone: no database is asked. */
const answered = async (answers: Partial<Questions> = {}): Promise<readonly AnsweredChecklist[]> =>
  (await answerChecklists({ catalog, checklists, review: 'weekly', checks: [], ...answers })).checklists;

async function weekly(answers: Partial<Questions>): Promise<string> {
  const [list] = (await answered(answers)).filter(({ id }) => id === 'validation.weekly');
  if (!list) {
    throw new Error('The catalog has no weekly checklist');
  }
  return renderChecklist(list);
}

describe('a checklist', () => {
  it('exists for every review', () => {
    expect(new Set(checklists.map(({ review }) => review))).toEqual(new Set(REVIEWS));
  });

  it('ticks what is well, with the value and the target', async () => {
    expect((await weekly({ checks: [exampleCheck()] })).replace(/\s+/g, ' ')).toContain(
      '[x] Check success rate trends Success rate of finished repair chains: 83.3333 % over 24h (target >= 80 %), healthy.'
    );
  });

  it('flags what is not', async () => {
    const checks = [exampleCheck({ status: 'critical', value: 12 })];
    expect(await weekly({ checks })).toContain('[!] Check success rate trends\n');
  });

  it('holds what Prometheus says to an item', async () => {
    const fired = { id: 'ALERTS', text: 'No alert fired in 7 days.', attention: false };
    expect(await weekly({ fromPrometheus: { 'Review alert triggers': fired } })).toContain(
      '[x] Review alert triggers\n    No alert fired in 7 days.\n'
    );
  });

  it.each(['no data', 'unknown'] as const)('leaves the box empty for %s', async (status) => {
    const checks = [exampleCheck({ status, value: null })];
    expect(await weekly({ checks })).toContain('[ ] Check success rate trends\n    See the');
  });

  it('says of every empty box what to look at, in 80 columns', async () => {
    for (const rendered of (await answered()).map(renderChecklist)) {
      const lines = rendered.split('\n');
      const boxes = lines.flatMap((line, i) => (line.startsWith('[ ]') ? [lines[i + 1]] : []));
      expect(boxes.length).toBeGreaterThan(4);
      expect(boxes.every((next) => next?.startsWith('    See '))).toBe(true);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    }
  });
});
