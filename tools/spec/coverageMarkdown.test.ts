import { coverageOf } from './coverage';
import { coverageMarkdown } from './coverageMarkdown';
import { bakeryCatalog, bakerySpecification } from './fixtures/bakery';

const coverage = () =>
  coverageOf(bakerySpecification(), bakeryCatalog(), {
    exclusions: [{ place: '1:Doors', reason: 'no doors here' }],
    placements: [],
    isFile: () => false,
  });

describe('coverageMarkdown', () => {
  it('is the same for the same input', () => {
    expect(coverageMarkdown(coverage(), ['validation'])).toBe(coverageMarkdown(coverage(), ['validation']));
  });

  it('lists a built document place by place', () => {
    const lines = coverageMarkdown(coverage(), ['validation']).split('\n');
    expect(lines).toContain('| `1:1.1.1` | item | `Too Cold` | `bakery.heat` |');
    expect(lines).toContain('| `1:1.2#row-1` | row | `green >80% fine` | open (planned) |');
    expect(lines).toContain('| `1:Doors` | heading | `Doors` | excluded: no doors here |');
  });

  it('counts other documents by section and lists only what is not open', () => {
    const lines = coverageMarkdown(coverage(), []).split('\n');
    expect(lines).toContain('| `1:1.2` | 3 | 1 | 0 | 2 |');
    expect(lines).toContain('| `1:1.2#row-2` | row | `yellow 60-80% look` | `bakery.heat` |');
    expect(lines.some((line) => line.includes('row-1'))).toBe(false);
  });

  it('counts every place once', () => {
    const [, places, ...parts] = (
      /^\| all \| (\d+) \| (\d+) \| (\d+) \| (\d+) \|$/m.exec(coverageMarkdown(coverage(), [])) ?? []
    ).map(Number);
    expect(places).toBe(coverage().documents.flatMap((document) => document.places).length);
    expect(parts.reduce((sum, part) => sum + part, 0)).toBe(places);
  });
});
