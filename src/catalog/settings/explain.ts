import { type LocatedProblem } from './locatedProblem';

/** One line per problem for people: `genwatch.config.yaml:12:5  thresholds.x.critcal: unknown key "critcal" → did you mean "critical"?` */
export function explain(problems: readonly LocatedProblem[], file = 'genwatch.config.yaml'): string {
  return problems
    .map(({ path, line, column, message, remedy }) => {
      const where = path.length > 0 ? `${path.join('.')}: ` : '';
      return `${file}:${line}:${column}  ${where}${message} → ${remedy}`;
    })
    .join('\n');
}
