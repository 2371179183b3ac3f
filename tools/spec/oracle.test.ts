import { type Catalog } from '../../src/catalog/catalog';
import { quote, type Source } from '../../src/catalog/kinds/source';
import { type Threshold } from '../../src/catalog/kinds/threshold';
import { citations } from './citations';
import { bakeryCatalog, bakerySpecification, heat } from './fixtures/bakery';
import { checkCitation } from './oracle';

const specification = bakerySpecification();
const wrong = (catalog: Catalog) => citations(catalog).flatMap((citation) => checkCitation(specification, citation));
const withHeat = (change: Partial<Omit<Threshold, 'id'>>, sources: Record<string, Source> = {}) =>
  wrong(bakeryCatalog({ thresholds: [heat(change, sources)] }));

describe('the oracle', () => {
  it('agrees with a catalog that says what the documents say', () => {
    expect(wrong(bakeryCatalog())).toEqual([]);
  });

  it('catches a changed number, with threshold, level, value, words and line', () => {
    expect(withHeat({ levels: { target: '>= 80', warning: '< 80', critical: '< 66' } })).toEqual([
      'bakery.heat critical (< 66 percent): the words say 60 %, not 66 %; quoted "share drops below 60%", 1-code-validation.md:13',
    ]);
  });

  it('catches a changed direction', () => {
    expect(withHeat({ levels: { target: '>= 80', warning: '< 80', critical: '> 60' } })).toEqual([
      expect.stringContaining('bakery.heat critical (> 60 percent): the words say "< 60", the catalog ">"'),
    ]);
  });

  it('catches a changed end of a range', () => {
    expect(withHeat({ levels: { target: '>= 80', warning: '< 70', critical: '< 60' } })).toHaveLength(1);
  });

  it('catches a changed window, minimum sample and hold', () => {
    expect(withHeat({ window: '12h' })).toEqual([
      'bakery.heat window (12h): the words do not say 12h; quoted "INTERVAL \'24 hours\'", 1-code-validation.md:15',
    ]);
    expect(withHeat({ minimumSample: '6' })).toHaveLength(1);
    expect(
      withHeat({ for: { critical: '2m' } }, { for: quote('validation', 'Doors', 'every 5 minutes') })
    ).toHaveLength(1);
  });

  it('catches a changed unit', () => {
    expect(withHeat({ unit: 'milliseconds' })).toHaveLength(3);
  });

  it('catches a paraphrased quote and a wrong section', () => {
    const paraphrased = quote('validation', '1.1.1', 'share falls below 60%');
    expect(withHeat({}, { critical: paraphrased })).toEqual([
      'bakery.heat critical: "share falls below 60%" does not stand in section 1.1.1, 1-code-validation.md:11-18',
    ]);
    expect(withHeat({}, { critical: quote('validation', '1.1.2', 'share drops below 60%') })).toHaveLength(1);
  });

  it('catches a quote that copies a sentence', () => {
    const long = `${'word '.repeat(12)}word`;
    expect(withHeat({}, { for: quote('validation', '1', long) })).toContain(
      'bakery.heat for: quotes 13 words, keep the 12 around the number'
    );
  });

  it('checks the words of metrics and of kinds it does not know', () => {
    const probe = { name: 'door', source: quote('validation', 'Doors', 'is it shut') };
    const system = { ...bakeryCatalog().systems[0], probes: [probe] } as Catalog['systems'][number];
    expect(wrong({ ...bakeryCatalog(), systems: [system] })).toEqual([
      expect.stringContaining('door source: "is it shut" does not stand in section Doors'),
    ]);
  });
});
