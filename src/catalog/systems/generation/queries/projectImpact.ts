import { type Query } from '../../../kinds/query';
import { quote } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { impact, IMPACT_COLUMNS } from './impact';

/** Projects whose generations failed in the range, how often, and whether they recovered. */
export const projectImpact = (settings: Settings): Query => ({
  id: 'generation.project_impact',
  title: 'Projects affected by failures',
  columns: { project_pseudonym: 'text', ...IMPACT_COLUMNS },
  sql: (parameters) => impact(settings, 'project', parameters),
  source: quote('generation', 'Next Steps for Full Production Readiness', 'Track which users are affected by failures'),
});
