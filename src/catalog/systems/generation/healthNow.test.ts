import { selecting } from '../../kinds/selector';
import { DEFAULT_SETTINGS } from '../../settings/defaults';
import { healthNow } from './healthNow';

const health = healthNow(selecting(DEFAULT_SETTINGS));
const attempts = (outcome: string, value: number, window = '1h') => ({
  name: 'genwatch_generation_attempts',
  labels: { outcome, window },
  value,
});

describe('the health of the generator', () => {
  it('has the four fields of the document, of the last hour', () => {
    const found = [attempts('failure', 2), attempts('success', 4), attempts('failure', 90, '24h')];
    expect(health(found)).toEqual({ failureRate: 33.33, totalAttempts: 6, failures: 2, successes: 4 });
  });

  it('has no rate when nothing was attempted', () => {
    expect(health([attempts('failure', 0), attempts('success', 0)])).toEqual({
      failureRate: null,
      totalAttempts: 0,
      failures: 0,
      successes: 0,
    });
  });

  it('knows nothing of what was not read', () => {
    expect(health([attempts('success', 4)])).toEqual({
      failureRate: null,
      totalAttempts: null,
      failures: null,
      successes: 4,
    });
    expect(health([])).toEqual({ failureRate: null, totalAttempts: null, failures: null, successes: null });
  });
});
