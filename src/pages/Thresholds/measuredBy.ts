import { type System } from '../../catalog/kinds/system';
import { type Shape } from '../../catalog/shapes/shape';

/** What makes the number that a threshold judges: the shape of its alert, or of the light's input. Some have neither. */
export const measuredBy = ({ alerts, light }: System, thresholdId: string): Shape | undefined =>
  [...alerts, ...(light?.inputs ?? [])].find(({ threshold }) => threshold.id === thresholdId)?.shape;
