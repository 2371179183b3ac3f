import { CHART_RENDER } from './faultKinds';
import { failuresOf, generationFault } from './generationFault';

/** An error that nobody has seen before comes three times: the database makes a test of it, which waits for its review. */
export const threeStrikes = generationFault({
  id: 'three-strikes',
  title: 'a new error comes three times, and a test of it waits for a review',
  raises: [{ alert: 'GenerationErrorRepeated', level: 'info' }],
  kinds: ({ catalog }) =>
    Promise.resolve(failuresOf(CHART_RENDER, Number(catalog.settings.generation.strikes.failures))),
  done: (failures) =>
    `Inserted ${failures} generations that failed of ${CHART_RENDER.type}; a test of it is made at once.`,
});
