import { DATA_LOSS } from './faultKinds';
import { failuresOf, generationFault } from './generationFault';

/** The application itself calls one failure critical. */
export const criticalError = generationFault({
  id: 'critical-error',
  title: 'a generation destroys a project',
  raises: [{ alert: 'GenerationCriticalError', level: 'critical' }],
  kinds: () => Promise.resolve(failuresOf(DATA_LOSS, 1)),
  done: () => 'Inserted a generation that failed and that the application calls critical.',
});
