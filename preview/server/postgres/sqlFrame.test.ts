import { sqlFrame } from './sqlFrame';

const TEXT = 25;
const TIMESTAMPTZ = 1184;
const NUMERIC = 1700;
const columns = (...types: ReadonlyArray<[string, number]>) =>
  types.map(([name, dataTypeID]) => ({ name, dataTypeID }));
const asked = { refId: 'A', rowLimit: 10 };

describe('the frame of a statement', () => {
  it('has numbers, times and texts by the types of the columns', () => {
    const rows = {
      columns: columns(
        ['at', TIMESTAMPTZ],
        ['day', 1082],
        ['plain', 1114],
        ['share', NUMERIC],
        ['ok', 16],
        ['name', TEXT]
      ),
      values: [
        ['2026-03-01 12:00:00.25+00', '2026-03-01', '2026-03-01 12:00:00', '0.5', 't', '<b>'],
        ['2026-03-01 12:00:00+05:30', null, null, 'NaN', 'f', null],
      ],
      cut: false,
    };
    const { schema, data } = sqlFrame(rows, { ...asked, format: 'table' });
    expect(schema?.fields.map(({ type }) => type)).toEqual(['time', 'time', 'time', 'number', 'boolean', 'string']);
    const noon = Date.parse('2026-03-01T12:00:00Z');
    expect(data?.values.map(([first]) => first)).toEqual([noon + 250, noon - 12 * 3_600_000, noon, 0.5, true, '<b>']);
    expect(data?.values.map(([, second]) => second)).toEqual([noon - 5.5 * 3_600_000, null, null, NaN, false, null]);
    expect(data?.entities?.[3]).toEqual({ NaN: [1], Inf: [], NegInf: [] });
  });

  it('has one series per text, and a gap where one has no value', () => {
    const rows = {
      columns: columns(['time', TIMESTAMPTZ], ['scene', TEXT], ['attempts', 20]),
      values: [
        ['2026-03-01 12:00:00+00', 'intro', '1'],
        ['2026-03-01 12:00:00+00', 'outro', '2'],
        ['2026-03-01 13:00:00+00', 'intro', '3'],
      ],
      cut: false,
    };
    const { schema, data } = sqlFrame(rows, { ...asked, format: 'time_series' });
    expect(schema?.fields.map(({ name, labels }) => [name, labels?.scene])).toEqual([
      ['Time', undefined],
      ['attempts', 'intro'],
      ['attempts', 'outro'],
    ]);
    expect(data?.values.slice(1)).toEqual([
      [1, 3],
      [2, null],
    ]);
  });

  it('takes seconds for a time when the column is called time', () => {
    const rows = { columns: columns(['time', 701], ['n', 20]), values: [['1772366400', '1']], cut: false };
    expect(sqlFrame(rows, { ...asked, format: 'time_series' }).data?.values[0]).toEqual([1_772_366_400_000]);
  });

  it('says so when a series has no time, and when rows were left out', () => {
    const rows = { columns: columns(['n', 20]), values: [['1']], cut: true };
    expect(() => sqlFrame(rows, { ...asked, format: 'time_series' })).toThrow('time column is missing');
    expect(sqlFrame(rows, { ...asked, format: 'table' }).schema?.meta?.notices?.[0]?.text).toContain('10 rows');
  });
});
