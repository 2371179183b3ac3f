import { type Select } from '../../../kinds/selector';
import { type generationAlerts } from '../alerts';
import { type dashboardQueries } from '../queries/dashboardQueries';
import { type pageQueries } from '../queries/pageQueries';

/** What the rows of the dashboard are made of. */
export interface Content {
  readonly select: Select;
  readonly alerts: ReturnType<typeof generationAlerts>;
  readonly queries: ReturnType<typeof dashboardQueries> & ReturnType<typeof pageQueries>;
}
