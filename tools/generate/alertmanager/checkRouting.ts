import { type Catalog } from '../../../src/catalog/catalog';
import { alertAnnotations, alertLabels, enabledLevels, type Alert } from '../../../src/catalog/kinds/alert';
import { problem, type Problem } from '../../../src/catalog/kinds/problem';
import { type AlertLevel } from '../../../src/catalog/kinds/threshold';
import { alertmanagerConfig, judgedApart, type AlertmanagerConfig, type Route } from './alertmanagerConfig';
import { slackTemplates } from './slackTemplates';

/** Labels and annotations that a route, a grouping, an inhibition or a template reads must be on every alert. */
export function checkRouting(catalog: Catalog): Problem[] {
  const config = alertmanagerConfig(catalog);
  const templates = slackTemplates(catalog.settings);
  // Alerts that do not judge by such a label lack it on both sides of an inhibition, which counts as equal.
  const apart = judgedApart(catalog.systems);
  const wanted = {
    labels: unique([...routedLabels(config).filter((label) => !apart.includes(label)), ...named(templates, 'Labels')]),
    annotations: unique(named(templates, 'Annotations')),
  };
  return catalog.systems.flatMap((system) =>
    system.alerts.flatMap((alert) =>
      enabledLevels(alert, catalog.settings).flatMap((level) =>
        checkAlertFields(catalog, system.id, alert, level, wanted)
      )
    )
  );
}

interface Fields {
  readonly labels: readonly string[];
  readonly annotations: readonly string[];
}

function checkAlertFields(
  { settings }: Catalog,
  system: string,
  alert: Alert,
  level: AlertLevel,
  wanted: Fields
): Problem[] {
  const labels = { ...kept(alert), ...alertLabels(system, alert, level, settings) };
  const annotations = alertAnnotations(alert, level, { runbook: 'runbook', dashboard: 'dashboard' });
  return [
    ...missing(wanted.labels, labels).map((label) =>
      problem(
        ['alerts', alert.name, 'labels', label],
        `the ${level} alert ${alert.name} has no label "${label}", which routing, grouping, inhibition or a template reads`,
        `give it a value that is not empty, or let its shape keep "${label}"`
      )
    ),
    ...missing(wanted.annotations, annotations).map((annotation) =>
      problem(
        ['alerts', alert.name],
        `the ${level} alert ${alert.name} has no annotation "${annotation}", which a notification template reads`,
        'give the alert that text in the catalog'
      )
    ),
  ];
}

/** The rule's name and what its series keep; their values are the series' own. */
const kept = ({ name, shape }: Alert): Record<string, string> => ({
  alertname: name,
  ...Object.fromEntries(shape.keeps.map((label) => [label, label])),
});

/** To Prometheus an empty label is none. */
const missing = (wanted: readonly string[], has: Readonly<Record<string, string>>) =>
  wanted.filter((name) => !has[name]);

/** Every label that routes and inhibitions read. */
export function routedLabels({ route, inhibit_rules: inhibitions }: AlertmanagerConfig): string[] {
  const inhibiting = inhibitions.flatMap((rule) => [
    ...[...rule.source_matchers, ...rule.target_matchers].map(matchedLabel),
    ...rule.equal,
  ]);
  return unique([...labelsOfRoute(route), ...inhibiting]);
}

const labelsOfRoute = ({ matchers = [], group_by: grouping = [], routes = [] }: Route): string[] => [
  ...matchers.map(matchedLabel),
  ...grouping,
  ...routes.flatMap(labelsOfRoute),
];

const matchedLabel = (matcher: string): string => /^\w+/.exec(matcher)?.[0] ?? matcher;

/** `.Annotations.summary` and `.CommonAnnotations.summary` both read the annotation `summary`. */
function named(templates: string, kind: 'Labels' | 'Annotations'): string[] {
  return [...templates.matchAll(new RegExp(`\\.(?:Group|Common)?${kind}\\.(\\w+)`, 'g'))].map(([, name = '']) => name);
}

const unique = (names: readonly string[]) => [...new Set(names)];
