import { AnswerError } from './errorReason';
import { type Metric } from '../src/catalog/kinds/metric';
import { exampleQuery, orders } from './testing/exampleQuery';
import { samplesOf, type Row } from './values';

const query = exampleQuery();
const valuesOf = (row: Row) =>
  Object.fromEntries(samplesOf(query, [row]).map(({ metric, labels, value }) => [labels.state ?? metric.name, value]));

describe('samplesOf', () => {
  it('makes an explicit zero of a zero that was read', () => {
    expect(valuesOf({ paid: '0', open: '0', largest: '0' })).toEqual({ paid: 0, open: 0, example_order_largest: 0 });
  });

  it('makes no series of NULL', () => {
    expect(valuesOf({ paid: '3', open: null, largest: null })).toEqual({ paid: 3 });
  });

  it('reads bigint and numeric text exactly', () => {
    expect(valuesOf({ paid: '9007199254740991', open: '-2', largest: '12.3400' })).toEqual({
      paid: 9007199254740991,
      open: -2,
      example_order_largest: 12.34,
    });
    expect(valuesOf({ paid: '1', open: '1', largest: '1e-05' }).example_order_largest).toBe(0.00001);
  });

  it.each(['9007199254740993', '1.5', 'NaN', '', 't'])('refuses %p as an integer, without repeating it', (paid) => {
    const read = () => samplesOf(query, [{ paid, open: '0', largest: null }]);
    expect(read).toThrow(AnswerError);
    expect(read).toThrow(/Column "paid" of query example\.orders is not an exact integer, so/);
  });

  it.each(['NaN', 'Infinity', '-Infinity', '1e999', '0x10', ' 1'])('refuses %p as a number', (largest) => {
    expect(() => samplesOf(query, [{ paid: '0', open: '0', largest }])).toThrow(/"largest" of query example\.orders/);
  });

  it('names query and column when a fed column is missing', () => {
    const read = () => samplesOf(query, [{ paid: '1', largest: '1' }]);
    expect(read).toThrow('Query example.orders returned no column "open", which feeds example_orders.');
    expect(read).toThrow(expect.objectContaining({ reason: 'missing_column' }));
  });

  describe('of labels that a column tells', () => {
    const byState = (states: Metric['labels'][string]) =>
      exampleQuery({
        columns: { first: 'integer', first_state: 'text', second: 'integer', second_state: 'text' },
        tier: {
          feeds: Object.fromEntries(
            ['first', 'second'].map((column) => [
              column,
              { metric: { ...orders, labels: { state: states } }, labels: { state: { column: `${column}_state` } } },
            ])
          ),
        },
      });
    const named = byState({ atMost: 2, of: 'states', like: '^[a-z]{1,8}$' });
    const row = { first: '3', first_state: 'paid', second: '0', second_state: 'open' };

    it('names each series by what the row says', () => {
      expect(samplesOf(named, [row]).map(({ labels, value }) => [labels, value])).toEqual([
        [{ state: 'paid' }, 3],
        [{ state: 'open' }, 0],
      ]);
    });

    it('makes no series without a name', () => {
      expect(samplesOf(named, [{ ...row, second_state: null }])).toHaveLength(1);
    });

    it.each(['ann@example.org', '', 'paid\nopen', 'muchtoolong'])('refuses %p, without repeating it', (text) => {
      const read = () => samplesOf(named, [{ ...row, first_state: text }]);
      expect(read).toThrow(/^Column "first_state" of query example\.orders holds no state of example_orders, so/);
      expect(read).toThrow(AnswerError);
    });

    it('refuses what is not on the list of the label', () => {
      expect(() => samplesOf(byState(['paid', 'open']), [{ ...row, first_state: 'gone' }])).toThrow('holds no state');
    });

    it('refuses two numbers of one name', () => {
      expect(() => samplesOf(named, [{ ...row, second_state: 'paid' }])).toThrow(
        'Query example.orders tells example_orders twice with the same labels.'
      );
    });

    it('says which column of names is missing', () => {
      expect(() => samplesOf(named, [{ first: '3', second: '0', second_state: 'open' }])).toThrow(
        'returned no column "first_state", which feeds example_orders'
      );
    });
  });

  it.each([0, 2])('refuses %i rows', (count) => {
    const rows = Array.from({ length: count }, () => ({ paid: '1', open: '1', largest: '1' }));
    expect(() => samplesOf(query, rows)).toThrow(`Query example.orders returned ${count} rows`);
  });
});
