import { type Catalog } from '../../catalog/catalog';
import { type Answers } from '../../shared/answers';
import { alertGroups, type AlertGroup } from './alertGroups';
import { alertInstances, type AlertInstance } from './alertInstances';
import { heartbeatIn, withoutHeartbeats, type Heartbeat } from './heartbeat';

/** What is known of the alerts so far. A list that is not there is under way or could not be read: it does not say "none". */
export interface AlertAnswers {
  readonly firing?: readonly AlertGroup[];
  readonly pending?: readonly AlertGroup[];
  readonly heartbeat?: Heartbeat;
}

/** The answers to `ALERT_QUERIES`, of one system where its id is given; the heartbeat is that of all. */
export function alertAnswers(answers: Answers, catalog: Catalog, system?: string): AlertAnswers {
  const [firing, pending] = [answers.frames('firing'), answers.frames('pending')];
  const found = alertInstances(firing, answers.frames('silences'));
  const shown = (instances: readonly AlertInstance[]) =>
    alertGroups(
      withoutHeartbeats(instances, catalog).filter((one) => system === undefined || one.system === system),
      catalog
    );
  return {
    ...(firing.length > 0 && {
      firing: shown(found),
      heartbeat: heartbeatIn(found, catalog),
    }),
    ...(pending.length > 0 && { pending: shown(alertInstances(pending)) }),
  };
}
