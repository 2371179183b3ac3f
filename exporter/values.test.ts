import { AnswerError } from './errorReason';
import { exampleQuery } from './testing/exampleQuery';
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

  it.each([0, 2])('refuses %i rows', (count) => {
    const rows = Array.from({ length: count }, () => ({ paid: '1', open: '1', largest: '1' }));
    expect(() => samplesOf(query, rows)).toThrow(`Query example.orders returned ${count} rows`);
  });
});
