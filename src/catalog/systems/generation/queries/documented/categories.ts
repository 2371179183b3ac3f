import { type Query } from '../../../../kinds/query';
import { quote } from '../../../../kinds/source';
import { type Settings } from '../../../../settings/settings';
import { documentedErrors } from './documentedErrors';

/** "Error distribution by category" over rows that are de-duplicated: different errors, of all time. */
export const documentedCategories = (settings: Settings): Query => ({
  id: 'generation.categories_as_documented',
  title: 'Errors by category (as documented)',
  columns: { failure_category: 'text', errors: 'integer' },
  sql: ({ limit }) => `SELECT failure_category, CAST(count(*) AS integer) AS errors
FROM ${documentedErrors(settings)}
GROUP BY failure_category
ORDER BY errors DESC, failure_category
LIMIT ${limit}`,
  source: quote('generation', 'Metrics Tracked', 'Error distribution by category'),
  documented: { correctedBy: 'generation.categories' },
});
