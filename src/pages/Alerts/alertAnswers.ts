import { type Catalog } from '../../catalog/catalog';
import { type Answers } from '../../shared/answers';
import { alertGroups, type AlertGroup } from './alertGroups';
import { alertInstances } from './alertInstances';
import { heartbeatIn, withoutHeartbeats, type Heartbeat } from './heartbeat';

/** What is known of the alerts so far. A list that is not there is under way or could not be read: it does not say "none". */
export interface AlertAnswers {
  readonly firing?: readonly AlertGroup[];
  readonly pending?: readonly AlertGroup[];
  readonly heartbeat?: Heartbeat;
}

/** The answers to `alertQueries`. */
export function alertAnswers(answers: Answers, catalog: Catalog): AlertAnswers {
  const [firing, pending] = [answers.frames('firing'), answers.frames('pending')];
  const found = alertInstances(firing, answers.frames('silences'));
  return {
    ...(firing.length > 0 && {
      firing: alertGroups(withoutHeartbeats(found, catalog), catalog),
      heartbeat: heartbeatIn(found, catalog),
    }),
    ...(pending.length > 0 && {
      pending: alertGroups(withoutHeartbeats(alertInstances(pending), catalog), catalog),
    }),
  };
}
