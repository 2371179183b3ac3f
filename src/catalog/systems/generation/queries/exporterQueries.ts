import { type Settings } from '../../../settings/settings';
import { lastDay } from './lastDay';
import { lastHour } from './lastHour';
import { lastWeek } from './lastWeek';
import { recovery } from './recovery';
import { triggerErrors } from './triggerErrors';

/** What the exporter runs. */
export const exporterQueries = (settings: Settings) => ({
  lastHour: lastHour(settings),
  lastDay: lastDay(settings),
  lastWeek: lastWeek(settings),
  recovery: recovery(settings),
  triggerErrors: triggerErrors(settings),
});
