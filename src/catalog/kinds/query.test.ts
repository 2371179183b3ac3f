import { takes, type Parameters } from './query';

describe('what a query lets people choose', () => {
  const query = { sql: ({ from, scenes = 'NULL' }: Parameters) => `SELECT ${from} WHERE scene IN (${scenes})` };

  it.each([
    ['scenes', true],
    ['limit', false],
    ['step', false],
  ] as const)('%s: %s', (choice, taken) => {
    expect(takes(query, choice)).toBe(taken);
  });
});
