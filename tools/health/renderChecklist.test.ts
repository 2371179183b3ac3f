import { buildCatalog } from '../../src/catalog/catalog';
import { REVIEWS } from '../../src/catalog/kinds/checklist';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { exampleCheck } from './exampleReport.fixture';
import { renderChecklist } from './renderChecklist';

const checklists = buildCatalog(SYSTEMS, DEFAULT_SETTINGS).systems.flatMap(({ checklists: own = [] }) => own);

function weekly(...checks: Parameters<typeof renderChecklist>[1]): string {
  const [list] = checklists.filter(({ id }) => id === 'validation.weekly');
  if (!list) {
    throw new Error('The catalog has no weekly checklist');
  }
  return renderChecklist(list, checks);
}

describe('a checklist', () => {
  it('exists for every review', () => {
    expect(new Set(checklists.map(({ review }) => review))).toEqual(new Set(REVIEWS));
  });

  it('ticks what is well, with the value', () => {
    expect(weekly(exampleCheck()).replace(/\s+/g, ' ')).toContain(
      '[x] Check success rate trends Success rate of finished repair chains: 83.3333 % over 24h, healthy (warning < 80 %).'
    );
  });

  it('flags what is not', () => {
    expect(weekly(exampleCheck({ status: 'critical', value: 12 }))).toContain('[!] Check success rate trends\n');
  });

  it.each(['no data', 'unknown'] as const)('leaves the box empty for %s', (status) => {
    expect(weekly(exampleCheck({ status, value: null }))).toContain('[ ] Check success rate trends\n    See the');
  });

  it('says of every empty box what to look at, in 80 columns', () => {
    for (const rendered of checklists.map((list) => renderChecklist(list, []))) {
      const lines = rendered.split('\n');
      const boxes = lines.flatMap((line, i) => (line.startsWith('[ ]') ? [lines[i + 1]] : []));
      expect(boxes.length).toBeGreaterThan(4);
      expect(boxes.every((next) => next?.startsWith('    See '))).toBe(true);
      expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(80);
    }
  });
});
