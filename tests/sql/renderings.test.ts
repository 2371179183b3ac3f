import { type Parameters } from '../../src/catalog/kinds/query';
import { validation } from '../../src/catalog/systems/validation';
import { insertMessages, LAYOUTS, makeTable, PARTITIONED, settingsOf } from './layout';
import { rolledBack } from './rolledBack';

/** How the three places where queries run write their parameters. */
const RENDERINGS: Record<string, Parameters> = {
  exporter: { from: "now() - interval '24 hours'", to: 'now()', limit: '100' },
  // What Grafana puts in the place of $__timeFrom() and $__timeTo().
  dashboard: { from: "'2026-06-09T12:00:00Z'", to: "'2026-06-10T12:00:00.123Z'", limit: '100' },
  test: {
    from: "('2026-06-09T12:00:00Z')::timestamptz",
    to: "('2026-06-10T12:00:00Z')::timestamptz",
    limit: "('100')::bigint",
  },
};

describe.each([...LAYOUTS, PARTITIONED])('every query of the system: $title', (layout) => {
  const system = validation(settingsOf(layout));
  const queries = [...system.queries, ...(system.unknownMessages ? [system.unknownMessages.query] : [])];

  it.each(queries.map((query) => [query.id, query] as const))(
    '%s runs however its parameters are written',
    (_, query) =>
      rolledBack(async (client) => {
        await makeTable(client, layout);
        await insertMessages(client, layout, [
          {
            id: 1,
            chat: 'a',
            role: 'assistant',
            content: 'Fixing it',
            scene: null,
            at: Date.parse('2026-06-10T11:00:00Z'),
          },
        ]);
        for (const parameters of Object.values(RENDERINGS)) {
          const { fields } = await client.query(query.sql(parameters));
          expect(fields.map(({ name }) => name)).toEqual(Object.keys(query.columns));
        }
      }, layout.sessionZone)
  );

  it('leaves no dollar for Grafana to expand beside its macros', () => {
    for (const query of queries) {
      const sql = query.sql({ from: '$__timeFrom()', to: '$__timeTo()', limit: '100' });
      expect(sql.replaceAll('$__timeFrom()', '').replaceAll('$__timeTo()', '')).not.toMatch(/\$|\[\[/);
    }
  });
});
