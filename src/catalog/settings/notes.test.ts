import { DEFAULT_SETTINGS } from './defaults';
import { fixtureSystem } from './fixtureSystem';
import { merge, type Changes } from './merge';
import { notes } from './notes';
import { type Settings } from './settings';

const told = (changes: Changes<Settings>) => notes(merge(DEFAULT_SETTINGS, changes), [fixtureSystem]);

describe('notes on settings that are right', () => {
  it('has nothing to say of the defaults', () => {
    expect(told({})).toEqual([]);
  });

  it('says how soon a level fires now', () => {
    expect(told({ thresholds: { 'fixture.success_rate': { for: { critical: '10m', warning: '5m' } } } })).toEqual([
      {
        path: ['thresholds', 'fixture.success_rate', 'for', 'critical'],
        message: 'FixtureSuccessRateLow (critical) now fires after 10m instead of 1m',
        remedy: 'tell those who are paged: it changes how soon they hear of it',
      },
    ]);
  });

  it('says that the history of another window begins now', () => {
    const [note] = told({ thresholds: { 'fixture.success_rate': { window: '7d' } } });
    expect(note?.message).toBe('fixture.success_rate now looks back 7d instead of 24h');
    expect(note?.remedy).toContain('its history begins now');
  });

  it('says that an alert is left alone with its component', () => {
    expect(told({ disabled: ['FixtureSlow', 'FixtureAttempts'] })).toEqual([
      {
        path: ['disabled', '1'],
        message: 'FixtureAttempts is disabled, while FixtureSuccessRateLow still watches "repair"',
        remedy: 'what only FixtureAttempts sees goes unnoticed',
      },
    ]);
  });

  it('says that nothing is critical any more', () => {
    expect(told({ disabled: ['FixtureSuccessRateLow.critical'] })).toEqual([
      expect.objectContaining({
        path: ['disabled', '0'],
        message: 'FixtureSuccessRateLow still fires at warning, but no longer at critical',
      }),
    ]);
    expect(told({ disabled: ['FixtureSuccessRateLow.warning'] })).toEqual([]);
  });
});
