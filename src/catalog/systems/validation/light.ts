import { light, type Light } from '../../kinds/light';
import { type Alert } from '../../kinds/alert';
import { type Select } from '../../kinds/selector';
import { decision, quote } from '../../kinds/source';
import { level } from '../../shapes/level';
import { validationMetrics as metrics } from './metrics';
import { type validationThresholds } from './thresholds';

type Judged = Readonly<
  Record<'successRate' | 'attemptLimit' | 'newPatterns' | 'duration' | 'slowSpikes' | 'heapTrend' | 'heapLeak', Alert>
>;

/** The traffic light of the document's section 9. */
export function validationLight(
  select: Select,
  { frequent_trips, trips_of_day }: ReturnType<typeof validationThresholds>,
  { successRate, attemptLimit, newPatterns, duration, slowSpikes, heapTrend, heapLeak }: Judged
): Light {
  const trips = (window = '1h') =>
    level(`validation:circuit_breaker_trips:max_${window}`, select(metrics.events, { event: 'trip', window }));
  const judged = ({ threshold, shape }: Alert) => ({ threshold, shape });
  const told = (words: string) => quote('validation', '9', words);
  return light('validation', 'Is the validator well?', decision('17', 'The light is one series'), {
    success_rate: {
      ...judged(successRate),
      required: true,
      sources: {
        green: told('Success rate >80%'),
        yellow: told('Success rate 60-80%'),
        red: told('Success rate <60%'),
      },
    },
    repair_loops: {
      ...judged(attemptLimit),
      required: true,
      sources: { green: told('Zero infinite loops'), red: told('Any infinite loops detected') },
    },
    frequent_trips: {
      threshold: frequent_trips,
      shape: trips(frequent_trips.window),
      required: true,
      sources: { red: told('Circuit breaker frequently tripping') },
    },
    trips_of_day: {
      threshold: trips_of_day,
      shape: trips(trips_of_day.window),
      required: true,
      sources: { green: told('Few circuit breaker trips') },
    },
    new_patterns: {
      ...judged(newPatterns),
      required: true,
      sources: { yellow: told('New error patterns emerging') },
    },
    duration: {
      ...judged(duration),
      required: false,
      sources: { green: told('Validation <100ms average'), red: told('Validation >200ms average') },
    },
    slow_spikes: {
      ...judged(slowSpikes),
      required: false,
      sources: { yellow: told('Occasional performance spikes') },
    },
    heap_trend: {
      ...judged(heapTrend),
      required: false,
      sources: { green: told('Stable memory usage'), yellow: told('Memory usage trending up') },
    },
    heap_leak: {
      ...judged(heapLeak),
      required: false,
      sources: { red: told('Memory leaks detected') },
    },
  });
}
