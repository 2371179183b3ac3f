import { computedOnce, isWithin, readInstant, type InstantColumn } from './instant';

const range = { from: "now() - interval '1 hour'", to: 'now()' };
const column = (type: InstantColumn['type'], zone = 'UTC'): InstantColumn => ({ column: 'createdAt', type, zone });

describe('readInstant', () => {
  it('is the column itself for timestamptz, whatever zone is configured', () => {
    expect(readInstant(column('timestamptz', 'Europe/Berlin'))).toBe('"createdAt"');
  });

  it('reads a timestamp in its zone, not in that of the session', () => {
    expect(readInstant(column('timestamp', 'Europe/Berlin'))).toBe(`("createdAt" AT TIME ZONE 'Europe/Berlin')`);
  });
});

describe('isWithin', () => {
  it('includes the start and excludes the end', () => {
    expect(isWithin(column('timestamptz'), range)).toBe(
      `"createdAt" >= now() - interval '1 hour' AND "createdAt" < now()`
    );
  });

  it('converts the range, not the column, so that an index on the column is used', () => {
    expect(isWithin(column('timestamp'), range)).toBe(
      `"createdAt" >= (now() - interval '1 hour') AT TIME ZONE 'UTC' AND "createdAt" < (now()) AT TIME ZONE 'UTC'`
    );
  });

  it('looks further on a wall clock that changes, and lets the instant decide', () => {
    const sql = isWithin(column('timestamp', 'Europe/Berlin'), range);
    expect(sql).toContain(`"createdAt" < (now()) AT TIME ZONE 'Europe/Berlin' + interval '25 hours'`);
    expect(sql).toContain(`("createdAt" AT TIME ZONE 'Europe/Berlin') < now()`);
  });

  it('writes a zone as text', () => {
    expect(isWithin(column('timestamp', "a'b"), range)).toContain("AT TIME ZONE 'a''b'");
  });

  it('can have its ends computed once instead of for each row', () => {
    expect(isWithin(column('timestamp'), range, computedOnce)).toBe(
      `"createdAt" >= (SELECT (now() - interval '1 hour') AT TIME ZONE 'UTC') AND "createdAt" < (SELECT (now()) AT TIME ZONE 'UTC')`
    );
  });
});
