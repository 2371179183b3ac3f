import { createHistory } from './history';
import { aNotification } from './notification.fixture';

const firing = aNotification();
const resolved = aNotification({ status: 'resolved', endsAt: '2025-01-13T16:00:00Z' });

describe('history', () => {
  it('keeps the last notifications only, oldest first', () => {
    const history = createHistory(2);
    ['a', 'b', 'c'].forEach((fingerprint) => history.add(aNotification({ fingerprint })));
    expect(history.list().map(({ fingerprint }) => fingerprint)).toEqual(['b', 'c']);
  });

  it('takes the first delivery, the resolution and the next episode for news, and a repetition not', () => {
    const history = createHistory(10);
    const again = aNotification({ startsAt: '2025-01-14T00:00:00Z' });
    expect([firing, firing, resolved, resolved, again].map(history.add)).toEqual([true, false, true, false, true]);
    expect(history.list()).toHaveLength(5);
  });

  it('tells alerts apart by their fingerprint', () => {
    const history = createHistory(10);
    history.add(firing);
    expect(history.add(aNotification({ fingerprint: 'another' }))).toBe(true);
  });
});
