import { type SystemFactory } from '../../kinds/system';
import { pageQueries } from './queries/pageQueries';
import { generationTables } from './tables';

/** The generator that learns tests from its failures. */
export const generation: SystemFactory = (settings) => ({
  id: 'generation',
  title: 'Generation',
  description:
    'A generator that learns tests from its failures, watched through what fails, what succeeds and what it learned',
  thresholds: [],
  metrics: [],
  tables: generationTables(settings),
  queries: Object.values(pageQueries(settings)),
  alerts: [],
  dashboards: [],
});
