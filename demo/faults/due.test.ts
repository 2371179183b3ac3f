import { buildCatalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { SYSTEMS } from '../../src/catalog/systems';
import { total, wayInWords, wayToFiring, wayToResolved } from './due';
import { alertNamed } from './lookup';

const alert = (name: string) => alertNamed(buildCatalog(SYSTEMS, DEFAULT_SETTINGS), name);

describe('when an alert is due', () => {
  it('is the sum of the longest stretches', () => {
    const way = wayToFiring(alert('ValidationSuccessRateLow'), 'critical', DEFAULT_SETTINGS);

    expect(way.map(({ seconds }) => seconds)).toEqual([5, 60, 14, 60, 60, 5]);
    expect(wayInWords(way)).toBe(
      '5 s until the row has settled, 60 s until the exporter reads, 14 s until Prometheus scrapes, 60 s until the rule is evaluated, 60 s until it holds for 1 minute, 5 s until Alertmanager sends'
    );
  });

  it('leaves out what does not apply', () => {
    expect(total(wayToFiring(alert('ValidationAttemptLimit'), 'critical', DEFAULT_SETTINGS))).toBe(
      5 + 60 + 14 + 60 + 5
    );
    // Prometheus itself writes `up`: no exporter has to read anything.
    expect(total(wayToFiring(alert('GenwatchExporterUnreachable'), 'critical', DEFAULT_SETTINGS))).toBe(
      14 + 5 + 15 + 5
    );
  });

  it('waits for the group interval when Alertmanager has an alert of the component already', () => {
    expect(total(wayToFiring(alert('ValidationAttemptLimit'), 'critical', DEFAULT_SETTINGS, 'existing'))).toBe(
      5 + 60 + 14 + 60 + 34
    );
  });

  it('needs no holding to be resolved', () => {
    expect(total(wayToResolved(alert('ValidationSuccessRateLow'), DEFAULT_SETTINGS))).toBe(5 + 60 + 14 + 60 + 34);
  });

  it('follows the settings', () => {
    const slow = {
      ...DEFAULT_SETTINGS,
      thresholds: { 'validation.success_rate': { for: { critical: '90s' } } },
      scrape: { interval: '30s', timeout: '10s' },
      delivery: { ...DEFAULT_SETTINGS.delivery, groupWait: '1m' },
    } as const;
    const overridden = alertNamed(buildCatalog(SYSTEMS, slow), 'ValidationSuccessRateLow');

    // 90 s are not over before the second evaluation.
    expect(total(wayToFiring(overridden, 'critical', slow))).toBe(5 + 60 + 40 + 60 + 120 + 60);
  });
});
