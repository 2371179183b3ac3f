import { episodes } from './episodes';

const series = (name: string, ...times: number[]) => ({
  labels: { alertname: name },
  points: times.map((time) => ({ time, value: 1 })),
});
const WATCHED = [1, 2, 3, 4, 5, 6];

describe('episodes', () => {
  it('tells when an alert began and ended', () => {
    expect(episodes([series('Loop', 3, 4)], WATCHED)).toEqual([{ labels: { alertname: 'Loop' }, began: 3, ended: 5 }]);
  });

  it('leaves open what fired before, and what still fires', () => {
    expect(episodes([series('Before', 1, 2), series('Still', 5, 6)], WATCHED)).toEqual([
      { labels: { alertname: 'Before' }, ended: 3 },
      { labels: { alertname: 'Still' }, began: 5 },
    ]);
  });

  it('tells every time apart', () => {
    expect(episodes([series('Flaps', 2, 4, 6)], WATCHED).map(({ began, ended }) => [began, ended])).toEqual([
      [2, 3],
      [4, 5],
      [6, undefined],
    ]);
  });

  it('takes a pause of Prometheus for no end', () => {
    expect(episodes([series('Loop', 2, 5), series('Watchdog', 1, 2, 5, 6)], [])).toEqual([
      { labels: { alertname: 'Loop' }, began: 2, ended: 6 },
      { labels: { alertname: 'Watchdog' } },
    ]);
  });

  it('knows nothing of a series without samples', () => {
    expect(episodes([series('Never')], WATCHED)).toEqual([]);
  });
});
