import { type Settings } from '../../../settings/settings';
import { documentedCategories } from './documented/categories';
import { documentedHealth } from './documented/health';
import { documentedRepeatedErrors } from './documented/repeatedErrors';
import { durations } from './durations';
import { categories, severities } from './failureKinds';
import { frameworks } from './frameworks';
import { health } from './health';
import { outcomesOverTime } from './outcomesOverTime';
import { phases } from './phases';
import { strikes } from './strikes';

/** What the dashboard asks beside what the exporter counts, and the same as the document means it. */
export const dashboardQueries = (settings: Settings) => ({
  health: health(settings),
  outcomesOverTime: outcomesOverTime(settings),
  categories: categories(settings),
  severities: severities(settings),
  frameworks: frameworks(settings),
  durations: durations(settings),
  phases: phases(settings),
  strikes: strikes(settings),
  documentedHealth: documentedHealth(settings),
  documentedCategories: documentedCategories(settings),
  documentedRepeatedErrors: documentedRepeatedErrors(settings),
});
