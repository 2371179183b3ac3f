import { type SystemFactory } from '../../kinds/system';
import { unknownMessages } from './queries/unknownMessages';
import { generationTables } from './tables';
import { unknownMetrics } from './unknownMetrics';

/** The generator that learns tests from its failures. */
export const generation: SystemFactory = (settings) => ({
  id: 'generation',
  title: 'Generation',
  description:
    'A generator that learns tests from its failures, watched through what fails, what succeeds and what it learned',
  thresholds: [],
  metrics: Object.values(unknownMetrics),
  tables: generationTables(settings),
  queries: [],
  unknownMessages: unknownMessages(settings),
  alerts: [],
  dashboards: [],
});
