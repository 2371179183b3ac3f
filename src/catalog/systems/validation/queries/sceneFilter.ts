import { type Parameters } from '../../../kinds/query';
import { literal } from '../../../sql/literal';

/** How messages without a scene are named where scenes are chosen. */
const NO_SCENE = '(no scene name)';

export const sceneName = (column: string): string => `coalesce(CAST(${column} AS text), ${literal(NO_SCENE)})`;

/**
 * A further condition: the scene is one of the chosen ones. Comparing with nothing but NULL is never false, which lets every
 * scene through. Grafana writes a double quote inside a value as `\"`, so a name may be there in that form.
 */
export function andChosenScene(column: string, { scenes }: Pick<Parameters, 'scenes'>): string {
  if (scenes === undefined) {
    return '';
  }
  const name = sceneName(column);
  return ` AND (${name} IN (${scenes}) OR replace(${name}, '"', '\\"') IN (${scenes})) IS NOT FALSE`;
}
