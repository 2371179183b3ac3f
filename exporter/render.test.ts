import { exporterSql } from './render';
import { exampleQuery } from './testing/exampleQuery';

describe('exporterSql', () => {
  it("asks for the window up to where rows have settled, as long as the tier says, by the database's clock", () => {
    const query = exampleQuery({ sql: ({ from, to, limit }) => `${from} | ${to} | ${limit}`, tier: { window: '7d' } });
    expect(exporterSql(query, '5s')).toBe("now() - interval '604805 seconds' | now() - interval '5 seconds' | 1");
  });
});
