import { exporterSql } from './render';
import { exampleQuery } from './testing/exampleQuery';

describe('exporterSql', () => {
  it("asks for the window that ends now, by the database's clock", () => {
    const query = exampleQuery({ sql: ({ from, to, limit }) => `${from} | ${to} | ${limit}`, tier: { window: '7d' } });
    expect(exporterSql(query)).toBe("now() - interval '604800 seconds' | now() | 1");
  });
});
