import { parseBound, type Bound } from '../../../src/catalog/exact/bound';
import { print } from '../../../src/catalog/exact/decimal';
import { type Catalog } from '../../../src/catalog/catalog';
import { ERROR_KINDS } from '../../simulator/generation/plan/errorKinds';
import { alertNamed } from '../lookup';
import { failuresOf, generationFault, knownKind } from './generationFault';

/** One beyond what the alert takes: some may leave the window meanwhile. */
const enough = (catalog: Catalog, alert: string): number => {
  const { levels } = alertNamed(catalog, alert).threshold;
  const bound = parseBound((levels.critical ?? levels.warning ?? levels.info ?? '>= 1') satisfies Bound);
  return Math.floor(Number(print(bound.value))) + 1;
};

/** The provider turns requests away; each succeeds when it is tried again. */
export const rateLimit = generationFault({
  id: 'rate-limit',
  title: 'the provider of the model turns requests away',
  raises: [{ alert: 'GenerationRateLimited', level: 'warning' }],
  kinds: ({ catalog }) =>
    Promise.resolve(failuresOf(knownKind(ERROR_KINDS, 'RateLimitError'), enough(catalog, 'GenerationRateLimited'))),
  done: (failures) => `Inserted ${failures} generations that met a rate limit, and as many that then succeeded.`,
});

/** The model answers too late; each request succeeds when it is tried again. */
export const aiTimeout = generationFault({
  id: 'ai-timeout',
  title: 'the model answers too late',
  raises: [{ alert: 'GenerationAiTimeouts', level: 'warning' }],
  kinds: ({ catalog }) =>
    Promise.resolve(failuresOf(knownKind(ERROR_KINDS, 'ModelTimeoutError'), enough(catalog, 'GenerationAiTimeouts'))),
  done: (failures) =>
    `Inserted ${failures} generations whose model answered too late, and as many that then succeeded.`,
});
