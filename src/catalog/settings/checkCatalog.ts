import { checkAlert } from '../kinds/alert';
import { checkChecklist } from '../kinds/checklist';
import { checkLight } from '../kinds/light';
import { isClosed, type Metric } from '../kinds/metric';
import { problem, type Problem } from '../kinds/problem';
import { type Query } from '../kinds/query';
import { isQuote } from '../kinds/source';
import { type System } from '../kinds/system';
import { checkThreshold } from '../kinds/threshold';
import { type Settings } from './settings';

/** Everything that would make the generated files wrong, over all systems: each kind's own check, and what must be unique. */
export function checkCatalog(systems: readonly System[], settings: Settings): Problem[] {
  const found = [
    ...systems.flatMap((system) => [
      ...system.thresholds.flatMap(checkThreshold),
      ...system.alerts.flatMap((alert) => checkAlert(system.id, alert, settings)),
      ...system.alerts.flatMap((alert) => checkListed(system, alert)),
      ...system.queries.flatMap(checkFeeds),
      ...(system.checklists ?? []).flatMap((checklist) => checkChecklist(checklist, idsOf(system))),
      ...system.queries.flatMap((query) => checkDocumented(system, query)),
      ...(system.light ? checkLight(system.light, system.thresholds) : []),
    ]),
    ...checkUnique(systems),
    ...checkComponents(systems),
    ...checkRecords(systems),
  ];
  // Alerts that share a threshold or a selector tell the same.
  return [...new Map(found.map((one) => [JSON.stringify(one), one])).values()];
}

/** What can answer an item of a checklist. */
const idsOf = ({ thresholds, queries }: System): string[] => [...thresholds, ...queries].map(({ id }) => id);

type NamedAlert = System['alerts'][number];

function checkListed({ id, thresholds }: System, { name, threshold }: NamedAlert): Problem[] {
  return thresholds.some((listed) => listed.id === threshold.id)
    ? []
    : [
        problem(
          ['alerts', name],
          `system ${id} does not list the threshold ${threshold.id} of this alert`,
          'list it in the system'
        ),
      ];
}

function checkUnique(systems: readonly System[]): Problem[] {
  return [
    ...twice(
      systems.map(({ id }) => id),
      (id) => problem([], `two systems are called ${id}`, 'rename one')
    ),
    ...twice(
      systems.flatMap(({ thresholds }) => thresholds.map(({ id }) => id)),
      (id) => problem(['thresholds', id], `two thresholds have the id ${id}`, 'rename one in the catalog')
    ),
    ...twice(
      systems.flatMap(({ alerts }) => alerts.map(({ name }) => name)),
      (name) => problem(['alerts', name], `two alerts are called ${name}`, 'rename one in the catalog')
    ),
    ...twice(
      systems.flatMap(({ queries }) => queries.map(({ id }) => id)),
      (id) => problem([], `two queries have the id ${id}`, 'rename one in the catalog')
    ),
    ...twice(
      systems.flatMap(({ dashboards }) => dashboards.map(({ uid }) => uid)),
      (uid) => problem([], `two dashboards have the uid ${uid}`, 'rename one in the catalog')
    ),
    ...twice(
      [...metricsByName(systems)].filter(([, same]) => same.size > 1).flatMap(([name]) => [name, name]),
      (name) => problem([], `the metric ${name} is defined in two ways`, 'define it once and import it')
    ),
  ];
}

function twice(names: readonly string[], tell: (name: string) => Problem): Problem[] {
  return [...new Set(names.filter((name, i) => names.indexOf(name) !== i))].map(tell);
}

/** Notifications are grouped by component, and what belongs to two systems would mix them. */
function checkComponents(systems: readonly System[]): Problem[] {
  const owners = new Map<string, string>();
  return systems.flatMap(({ id, alerts }) =>
    alerts.flatMap(({ name, component }) => {
      const owner = owners.get(component) ?? id;
      owners.set(component, owner);
      return owner === id
        ? []
        : [
            problem(
              ['alerts', name],
              `the component "${component}" belongs to the system ${owner}`,
              'rename it in the catalog'
            ),
          ];
    })
  );
}

/** Alerts and lights may judge one recorded series, but one name cannot mean two series. */
function checkRecords(systems: readonly System[]): Problem[] {
  const meanings = new Map<string, { readonly expr: string; readonly name: string }>();
  return systems.flatMap(({ alerts, light }) =>
    [...alerts, ...(light?.inputs ?? [])].flatMap(({ name, shape: { record, expr } }) => {
      const first = meanings.get(record) ?? { expr, name };
      meanings.set(record, first);
      return first.expr === expr
        ? []
        : [
            problem(
              ['alerts', name],
              `the record ${record} means something else in ${first.name}`,
              'rename the record of one of them'
            ),
          ];
    })
  );
}

/** A value that the metric's contract does not know would be exposed and never found. */
function checkFeeds({ id, tier }: Query): Problem[] {
  return Object.entries(tier?.feeds ?? {}).flatMap(([column, { metric, labels }]) => {
    const wrong = Object.entries(labels).find(([label, value]) => {
      const known = metric.labels[label];
      return !known || (isClosed(known) && typeof value === 'string' && !known.includes(value));
    });
    return wrong
      ? [
          problem(
            [],
            `${id} feeds ${metric.name} with ${wrong[0]}=${JSON.stringify(wrong[1])} from ${column}, which the metric does not have`,
            'correct the feed or the metric'
          ),
        ]
      : [];
  });
}

/** An "as documented" query stands for a document's statement, and what corrects it is a query of the same system. */
function checkDocumented({ queries }: System, { id, source, documented }: Query): Problem[] {
  if (!documented) {
    return [];
  }
  const { correctedBy } = documented;
  return [
    ...(isQuote(source) && source.document !== 'decisions'
      ? []
      : [problem([], `${id} is as documented, but its source is no document`, 'quote words of the statement')]),
    ...(correctedBy === undefined || queries.some((query) => query.id === correctedBy && !query.documented)
      ? []
      : [
          problem(
            [],
            `${id} is corrected by "${correctedBy}", which is none of our queries of the system`,
            'name one that is'
          ),
        ]),
  ];
}

function metricsByName(systems: readonly System[]): Map<string, Set<string>> {
  const known = new Map<string, Set<string>>();
  const all: readonly Metric[] = systems.flatMap(({ metrics }) => metrics);
  for (const metric of all) {
    known.set(metric.name, (known.get(metric.name) ?? new Set()).add(JSON.stringify(metric)));
  }
  return known;
}
