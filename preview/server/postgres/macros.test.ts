import { withMacros } from './macros';

const range = { from: new Date('2026-03-01T06:00:00Z'), to: new Date('2026-03-01T12:00:00Z') };

describe('the macros of a statement', () => {
  it.each([
    ['$__timeFrom()', "'2026-03-01T06:00:00.000Z'"],
    ['$__timeTo()', "'2026-03-01T12:00:00.000Z'"],
    ['$__timeFilter(created_at)', "created_at BETWEEN '2026-03-01T06:00:00.000Z' AND '2026-03-01T12:00:00.000Z'"],
    ['$__timeGroup(created_at, 5m)', 'floor(extract(epoch from created_at)/300)*300'],
    [`$__timeGroupAlias(created_at, '1h')`, 'floor(extract(epoch from created_at)/3600)*3600 AS "time"'],
    ['$__unixEpochFilter(at)', 'at >= 1772344800 AND at <= 1772366400'],
    ['$__unixEpochGroup(at, 1d)', 'floor((at)/86400)*86400'],
  ])('replace %s', (written, expected) => {
    expect(withMacros(`SELECT ${written}`, range)).toBe(`SELECT ${expected}`);
  });

  it('leave other dollars alone', () => {
    expect(withMacros("SELECT '$5', '$__interval'", range)).toBe("SELECT '$5', '$__interval'");
  });

  it.each([
    ['$__nothing()', 'unknown macro "__nothing"'],
    ['$__timeFilter()', 'macro __timeFilter: missing time column argument'],
    ['$__timeGroup(at, soon)', 'macro __timeGroup: error parsing interval soon'],
    ['$__timeGroup(at, 5m, NULL)', 'macro __timeGroup: error parsing interval 5m, NULL'],
  ])('say what is wrong with %s', (written, message) => {
    expect(() => withMacros(written, range)).toThrow(message);
  });
});
