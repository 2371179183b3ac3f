import { type Light } from '../../../kinds/light';
import { type Query } from '../../../kinds/query';
import { type Select } from '../../../kinds/selector';
import { type validationAlerts } from '../alerts';
import { type performanceAlerts } from '../performanceAlerts';
import { type trafficAlerts } from '../trafficAlerts';

/** What the rows of the dashboard are made of. */
export interface Content {
  readonly select: Select;
  readonly alerts: ReturnType<typeof validationAlerts> &
    ReturnType<typeof performanceAlerts> &
    ReturnType<typeof trafficAlerts>;
  readonly light: Light;
  readonly queries: Readonly<Record<PanelQuery, Query>>;
}

type PanelQuery =
  | 'scenes'
  | 'offenders'
  | 'chainLengths'
  | 'attemptsOverTime'
  | 'errorPatterns'
  | 'successPerDay'
  | 'weekly'
  | 'userExperience'
  | 'generationSuccess'
  | `documented${'SuccessPerDay' | 'Weekly' | 'UserExperience' | 'GenerationSuccess'}`;
