import { type Query } from '../../../kinds/query';
import { quote } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { impact, IMPACT_COLUMNS } from './impact';

/** Users whose generations failed in the range, how often, and whether they recovered. */
export const userImpact = (settings: Settings): Query => ({
  id: 'generation.user_impact',
  title: 'Users affected by failures',
  columns: { user_pseudonym: 'text', ...IMPACT_COLUMNS },
  sql: (parameters) => impact(settings, 'user', parameters),
  source: quote('generation', 'Next Steps for Full Production Readiness', 'Track which users are affected by failures'),
});
