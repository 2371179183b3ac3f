import { merge } from './merge';

describe('merging', () => {
  const base: Record<string, unknown> = { map: { a: 1, b: 2 }, list: [1, 2], value: 'x' };

  it('merges maps and replaces lists and values', () => {
    expect(merge(base, { map: { b: 3, c: 4 }, list: [3], value: 'y' })).toEqual({
      map: { a: 1, b: 3, c: 4 },
      list: [3],
      value: 'y',
    });
  });

  it('keeps what is not mentioned', () => {
    expect(merge(base, { map: undefined })).toEqual(base);
  });

  it('changes neither side', () => {
    const changes = { map: { c: [1] } };
    merge(base, changes);
    expect(base).toEqual({ map: { a: 1, b: 2 }, list: [1, 2], value: 'x' });
    expect(changes).toEqual({ map: { c: [1] } });
  });
});
