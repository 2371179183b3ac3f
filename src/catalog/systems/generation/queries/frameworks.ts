import { type Query } from '../../../kinds/query';
import { quote } from '../../../kinds/source';
import { type Settings } from '../../../settings/settings';
import { literal } from '../../../sql/literal';
import { rangeOf } from '../../../sql/range';
import { FRAMEWORKS } from '../metrics';
import { attemptsWithin, OUTCOMES } from './attemptsWithin';

/** How generations of each framework ended in the range; without any there is no rate. */
export const frameworks = (settings: Settings): Query => ({
  id: 'generation.frameworks',
  title: 'Generations by framework',
  columns: { framework: 'text', ...OUTCOMES.columns },
  sql: (parameters) => `WITH known (framework, place) AS (
  VALUES ${FRAMEWORKS.map((name, i) => `(${literal(name)}, ${i})`).join(', ')}
)
SELECT framework, ${OUTCOMES.select}
FROM known LEFT JOIN ${attemptsWithin(settings, rangeOf(parameters))} USING (framework)
GROUP BY framework, place
ORDER BY place`,
  source: quote('generation', 'generation_analytics', 'React/HTML/Vue'),
});
