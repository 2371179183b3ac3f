import { type Catalog } from '../../src/catalog/catalog';
import { seconds } from '../../src/catalog/exact/duration';
import { type Stretch } from './due';
import { type Fault, type Raised } from './fault';
import { type ConfigChange } from './prometheusConfig';

interface Draft extends Pick<Fault, 'title' | 'arrives'> {
  readonly raises: readonly [Raised, ...Raised[]];
  readonly done: string;
  readonly undone: string;
}

/** Prometheus looks for changed targets every 5 seconds, and gives one that went two scrapes to come back. */
const untilForgotten = ({ settings: { scrape } }: Catalog): Stretch => ({
  what: 'Prometheus forgets the exporter',
  seconds: 5 + Math.ceil(2.1 * seconds(scrape.interval)),
});

const DRAFTS: Readonly<Record<ConfigChange, Draft>> = {
  'exporter-absent': {
    title: 'Prometheus no longer knows of an exporter',
    raises: [{ alert: 'GenwatchExporterAbsent', level: 'critical', ramp: untilForgotten }],
    done: 'Took the exporter out of the configuration of Prometheus.',
    undone: 'Prometheus scrapes the exporter again.',
  },
  'scrape-failing': {
    title: 'one of two exporters does not answer',
    raises: [{ alert: 'GenwatchScrapeFailing', level: 'warning' }],
    done: 'Made Prometheus scrape a second exporter, where nobody listens.',
    undone: 'Prometheus scrapes one exporter only.',
  },
  'rules-failing': {
    title: 'a rule cannot be evaluated',
    raises: [{ alert: 'GenwatchRulesFailing', level: 'critical' }],
    done: 'Gave Prometheus a rule that fails at every evaluation.',
    undone: 'The rule is gone.',
  },
  'rules-slow': {
    title: 'a rule takes longer than its interval, and a core of this machine',
    raises: [{ alert: 'GenwatchRulesSlow', level: 'warning' }],
    done: 'Gave Prometheus a rule that takes longer than the interval of its group.',
    undone: 'The rule is gone.',
  },
  'alertmanager-unreached': {
    title: 'one of two Alertmanagers is not reached',
    raises: [{ alert: 'GenwatchAlertmanagerUnreached', level: 'warning' }],
    done: 'Made Prometheus tell a second Alertmanager, where nobody listens.',
    undone: 'Prometheus tells one Alertmanager only.',
  },
  'alerts-dropped': {
    title: 'no Alertmanager is reached: what fires is lost',
    raises: [{ alert: 'GenwatchAlertsDropped', level: 'critical' }],
    arrives: 'afterwards',
    done: 'Made Prometheus tell an Alertmanager where nobody listens, and no other.',
    undone: 'Prometheus tells its Alertmanager again.',
  },
};

/** Faults of what Prometheus is told to do. */
export const configFaults: readonly Fault[] = (Object.keys(DRAFTS) as ConfigChange[]).map((id): Fault => {
  const { done, undone, ...draft } = DRAFTS[id];
  return {
    id,
    ...draft,
    async raise({ prometheus }) {
      await prometheus.change(id);
      return done;
    },
    async clear({ prometheus }) {
      return (await prometheus.restore(id)) ? undone : undefined;
    },
  };
});
