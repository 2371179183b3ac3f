import { type Catalog } from '../../catalog/catalog';
import { type Answers } from '../../shared/answers';
import { rowsOf } from '../../shared/rowsOf';
import { alertEpisodes } from './overviewRow';
import { FIRING } from './overviewQueries';

/** Fires all the time: when it does not, nothing else would either. */
export const WATCHDOG = 'GenwatchWatchdog';

/**
 * Whether alerts would arrive: the watchdog is at Alertmanager, or fires in Prometheus when Alertmanager cannot be asked.
 * Nothing while neither has answered.
 */
export function isWatched(catalog: Catalog, answers: Answers): boolean | undefined {
  const frames = answers.frames(FIRING);
  if (frames.length > 0) {
    return rowsOf(frames).some(({ alertname }) => alertname === WATCHDOG);
  }
  return alertEpisodes(catalog, answers)?.some(
    ({ labels: { alertname }, ended }) => alertname === WATCHDOG && ended === undefined
  );
}
