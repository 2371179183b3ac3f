import { type Scenario } from '../../../tools/scenarios/scenario';
import { burstOfFailures } from './burstOfFailures';
import { exporterDown } from './exporterDown';
import { exporterRestart } from './exporterRestart';
import { generatorStops } from './generatorStops';
import { heapAfterADeployment } from './heapAfterADeployment';
import { slowLeak } from './slowLeak';
import { phrasesChanged } from './phrasesChanged';
import { quietNight } from './quietNight';
import { surgeAfterAnEvenWeek } from './surgeAfterAnEvenWeek';
import { surgeOfANewInstallation } from './surgeOfANewInstallation';
import { restartOfPrometheus } from './restartOfPrometheus';
import { stormOfAttempts } from './stormOfAttempts';
import { successOverADay } from './successOverADay';
import { valuesOfTwoSources } from './valuesOfTwoSources';

/**
 * The stories written by hand, run with the generated rules by `npm run test:rules`. A shape that compares with a past,
 * or waits for something, needs two of them; `missingScenarios` derives which from the catalog. No alert forecasts
 * anything yet, so there is no story for that: the first alert of such a shape fails the suite until it has two.
 */
export const SCENARIOS: readonly Scenario[] = [
  successOverADay,
  exporterRestart,
  exporterDown,
  stormOfAttempts,
  valuesOfTwoSources,
  restartOfPrometheus,
  slowLeak,
  phrasesChanged,
  quietNight,
  surgeAfterAnEvenWeek,
  surgeOfANewInstallation,
  heapAfterADeployment,
  generatorStops,
  burstOfFailures,
];
