import { metrics } from '../../kinds/metric';
import { own } from '../../kinds/source';
import { up } from '../up';
import { SOURCE_ERRORS } from './sourceErrors';

/** Each query with a tier is a source; the exporter refuses to start with more. */
const SOURCES = { atMost: 50, of: 'queries with a tier' };

/** What Genwatch says of itself. */
export const platformMetrics = metrics({
  up,
  sourceUp: {
    name: 'genwatch_exporter_source_up',
    type: 'gauge',
    help: 'Whether the last refresh of a query succeeded',
    producer: 'exporter',
    labels: { source: SOURCES },
    source: own('a failing source must be seen'),
  },
  sourceError: {
    name: 'genwatch_exporter_source_error',
    type: 'gauge',
    help: 'Why the last refresh of a query failed: 1 for the reason, 0 for every other one',
    producer: 'exporter',
    labels: { source: SOURCES, reason: SOURCE_ERRORS },
    source: own('whoever is paged by a failing source wants its reason, and a reason that ended has to be seen too'),
  },
  sourceAge: {
    name: 'genwatch_exporter_source_age_seconds',
    type: 'gauge',
    help: 'Time since the values of a query were read',
    producer: 'exporter',
    labels: { source: SOURCES },
    source: own('stale values are served with their age'),
  },
  sourceDuration: {
    name: 'genwatch_exporter_source_duration_seconds',
    type: 'gauge',
    help: 'How long the last successful refresh of a query took',
    producer: 'exporter',
    labels: { source: SOURCES },
    source: own('tells how near a query is to its timeout'),
  },
  sweepErrors: {
    name: 'genwatch_exporter_sweep_errors_total',
    type: 'counter',
    help: 'Sweeps for tests that were put off which failed; only where verdicts can be written',
    producer: 'exporter',
    labels: {},
    source: own('a test that is put off and never made is a failure that nobody learns from'),
  },
  ruleFailures: {
    name: 'prometheus_rule_evaluation_failures_total',
    type: 'counter',
    help: 'Rule evaluations that failed',
    producer: 'prometheus',
    labels: { rule_group: { atMost: 100, of: 'rule groups' } },
    source: own('written by Prometheus of itself, for each of its rule groups from its start'),
  },
  missedRounds: {
    name: 'prometheus_rule_group_iterations_missed_total',
    type: 'counter',
    help: 'Rounds of a rule group that were left out because the one before took too long',
    producer: 'prometheus',
    labels: { rule_group: { atMost: 100, of: 'rule groups' } },
    source: own('written by Prometheus of itself, for each of its rule groups from its start'),
  },
  groupDuration: {
    name: 'prometheus_rule_group_last_duration_seconds',
    type: 'gauge',
    help: 'How long the last round of a rule group took',
    producer: 'prometheus',
    labels: { rule_group: { atMost: 100, of: 'rule groups' } },
    source: own('written by Prometheus of itself: tells how near a group is to its interval'),
  },
  sendErrors: {
    name: 'prometheus_notifications_errors_total',
    type: 'counter',
    help: 'Alerts that could not be sent to an Alertmanager',
    producer: 'prometheus',
    labels: { alertmanager: { atMost: 10, of: 'Alertmanagers' } },
    source: own('written by Prometheus of itself, for each Alertmanager it knows'),
  },
  droppedAlerts: {
    name: 'prometheus_notifications_dropped_total',
    type: 'counter',
    help: 'Alerts that no Alertmanager took',
    producer: 'prometheus',
    labels: {},
    source: own('written by Prometheus of itself'),
  },
  failedNotifications: {
    name: 'alertmanager_notifications_failed_total',
    type: 'counter',
    help: 'Notifications that were given up after all their retries',
    producer: 'alertmanager',
    labels: { integration: { atMost: 20, of: 'kinds of receivers' } },
    source: own('written by Alertmanager of itself, for each kind of receiver from its start'),
  },
});
