import { outcomeOf, Skipped } from './outcome';
import { outcomeTable } from './outcomeTable';

describe('outcomeTable', () => {
  it('lines up the columns, goes on below long findings, and counts', async () => {
    const outcomes = [
      await outcomeOf('server', 'Grafana', async () => 'version 12.3.0'),
      await outcomeOf('dashboard', 'genwatch-x', () => Promise.reject(new Error('it has no panel\nit still loads'))),
      await outcomeOf('browser', 'pages', () => Promise.reject(new Skipped('no Chromium'))),
    ];
    expect(outcomeTable(outcomes).split('\n')).toEqual([
      '         Area       What        Found',
      'passed   server     Grafana     version 12.3.0',
      'FAILED   dashboard  genwatch-x  it has no panel',
      '                                it still loads',
      'skipped  browser    pages       no Chromium',
      '',
      '1 passed, 1 failed, 1 skipped',
    ]);
  });

  it('says nothing of skipped ones where there are none', () => {
    expect(outcomeTable([])).toMatch(/\n0 passed, 0 failed$/);
  });
});
