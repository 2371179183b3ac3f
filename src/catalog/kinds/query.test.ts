import { takes, type Parameters } from './query';

describe('what a query lets people choose', () => {
  const query = {
    sql: ({ from, scenes = 'NULL', subject = 'id' }: Parameters) =>
      `SELECT ${from} WHERE scene IN (${scenes}) AND id = ${subject}`,
  };

  it.each([
    ['scenes', true],
    ['subject', true],
    ['limit', false],
    ['step', false],
  ] as const)('%s: %s', (choice, taken) => {
    expect(takes(query, choice)).toBe(taken);
  });
});
