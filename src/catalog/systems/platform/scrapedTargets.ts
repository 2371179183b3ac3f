import { type Select, type Selector } from '../../kinds/selector';
import { type Settings } from '../../settings/settings';
import { platformMetrics as metrics } from './metrics';

/** `up` of every job that the settings name; a job that nobody scrapes has no series and is no matter. */
export function scrapedTargets({ selectors }: Settings, select: Select): Selector {
  const jobs = Object.values(selectors).flatMap(({ job }) => (job === undefined ? [] : [job]));
  return { ...select(metrics.up, { job: [...new Set(jobs)] }), identity: {} };
}
