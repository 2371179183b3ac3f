import { type Catalog } from '../../src/catalog/catalog';
import { isBreached, parseBound, pointsDown, type Bound } from '../../src/catalog/exact/bound';
import { decimal, minus, print } from '../../src/catalog/exact/decimal';
import { inDocumentedUnit } from '../../src/catalog/exact/unit';
import { alertBound, enabledLevels, type Alert } from '../../src/catalog/kinds/alert';
import { fixedLabels } from '../../src/catalog/kinds/query';
import { matches, type Selector } from '../../src/catalog/kinds/selector';
import { type System } from '../../src/catalog/kinds/system';
import { type AlertLevel } from '../../src/catalog/kinds/threshold';
import { type Settings } from '../../src/catalog/settings/settings';
import { type Measured } from '../../src/catalog/shapes/measured';
import { type Shape } from '../../src/catalog/shapes/shape';
import { type Check, type NotJudged } from './check';
import { measuredIn, type Reading } from './reading';

export interface Judgement {
  readonly checks: readonly Check[];
  readonly notJudged: readonly NotJudged[];
}

/** Every threshold of the catalog's systems against what the database said, by the arithmetic of the rules. */
export function judge({ systems, settings }: Catalog, readings: readonly Reading[]): Judgement {
  const judged = systems.flatMap((system) =>
    system.alerts.map((alert) => judgeAlert(system, alert, settings, readings))
  );
  return {
    checks: judged.flatMap((one) => ('why' in one ? [] : one.checks)),
    notJudged: judged.flatMap((one) => ('why' in one ? [one] : [])),
  };
}

type Judged = { readonly checks: readonly Check[] } | NotJudged;

function judgeAlert(system: System, alert: Alert, settings: Settings, readings: readonly Reading[]): Judged {
  const { shape, threshold } = alert;
  const levels = enabledLevels(alert, settings);
  const [mildest] = levels;
  const leftOut = (why: string): NotJudged => ({ system: system.id, threshold: threshold.id, why });
  if (mildest === undefined) {
    return leftOut('disabled in the settings');
  }
  const feeders = readings.filter((reading) => shape.reads.some((selector) => feeds(reading, selector)));
  const answered = shape.reads.every((selector) => feeders.some((reading) => feeds(reading, selector)));
  if (!shape.evaluate || shape.reads.length === 0 || !answered) {
    return leftOut('only Prometheus has its series');
  }
  const blank = blankCheck(system.id, alert, mildest);
  if (feeders.some((reading) => 'failure' in reading)) {
    return { checks: [{ ...blank, status: 'unknown' }] };
  }
  const values = valuesOf(shape, feeders);
  return {
    checks:
      values.length === 0
        ? [{ ...blank, status: 'no data' }]
        : values.map((value) => ({ ...blank, ...judgeValue(alert, levels, mildest, value) })),
  };
}

const feeds = ({ query }: Reading, selector: Selector): boolean =>
  Object.values(query.tier.feeds).some(
    (feed) => feed.metric.name === selector.metric.name && matches(selector, fixedLabels(feed))
  );

const valuesOf = (shape: Shape, readings: readonly Reading[]): readonly Measured[] =>
  shape.evaluate?.(measuredIn(readings)) ?? [];

function blankCheck(system: string, { name, component, threshold }: Alert, mildest: AlertLevel): Omit<Check, 'status'> {
  return {
    system,
    threshold: threshold.id,
    alert: name,
    component,
    title: threshold.title,
    labels: {},
    value: null,
    unit: threshold.unit,
    bound: { level: mildest, bound: threshold.levels[mildest] ?? '' },
    margin: null,
    window: threshold.window ?? null,
    minimumSample: threshold.minimumSample === undefined ? null : Number(threshold.minimumSample),
  };
}

function judgeValue(alert: Alert, levels: readonly AlertLevel[], mildest: AlertLevel, { labels, value }: Measured) {
  const { unit, levels: bounds } = alert.threshold;
  // The worst level that applies; levels come mildest first.
  const reached = levels.filter((level) => isBreached(alertBound(alert, level), value)).at(-1);
  const level = reached ?? mildest;
  const bound = bounds[level] as Bound;
  const parsed = parseBound(bound);
  const shown = inDocumentedUnit(decimal(plain(value)), unit);
  const room = pointsDown(parsed) ? minus(shown, parsed.value) : minus(parsed.value, shown);
  return {
    labels,
    status: reached ?? ('healthy' as const),
    value: Number(print(shown)),
    bound: { level, bound },
    margin: Number(print(room)),
  };
}

/** Six decimals, as in the texts of alerts. */
const plain = (value: number): string => value.toFixed(6);
