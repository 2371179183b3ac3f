import { compare, floor, isDecimal, minus, ONE, plus, print, type Decimal } from '../exact/decimal';
import { parseBound, pointsDown, type Bound, type Operator, type ParsedBound } from '../exact/bound';
import { type Duration } from '../exact/duration';
import { type Unit } from '../exact/unit';
import { type Settings } from '../settings/settings';
import { problem, type Problem } from './problem';
import { own, type Source } from './source';

/** From best to worst. `target` is drawn and recorded, never paged. */
export const LEVELS = ['target', 'info', 'warning', 'critical'] as const;
export type Level = (typeof LEVELS)[number];
/** A level that becomes an alert. */
export type AlertLevel = Exclude<Level, 'target'>;
export const ALERT_LEVELS = ['info', 'warning', 'critical'] as const satisfies readonly AlertLevel[];

/** When a number is bad: levels, window and minimum sample, each with its source in the specification. */
export interface Threshold {
  /** `<system>.<key>`; also the `rule` label of its alerts. */
  readonly id: string;
  readonly title: string;
  /** Unit of every bound. */
  readonly unit: Unit;
  readonly levels: Readonly<Partial<Record<Level, Bound>>>;
  /** How far back the judged value looks. */
  readonly window?: Duration;
  /** How long a level must hold before it fires; nothing means at once. */
  readonly for?: Readonly<Partial<Record<AlertLevel, Duration>>>;
  /** Below so many samples the value is not judged at all. */
  readonly minimumSample?: `${number}`;
  /** What the value is compared with counts as this when it is lower. */
  readonly floor?: `${number}`;
  /** Before so much history exists the value is not judged at all. */
  readonly history?: Duration;
  readonly sources: Readonly<Partial<Record<Level | Guard | 'for', Source>>>;
}

/** What makes a value worth judging, and what users can change only where the catalog has it. */
export const GUARDS = ['window', 'minimumSample', 'floor', 'history'] as const satisfies ReadonlyArray<keyof Threshold>;
export type Guard = (typeof GUARDS)[number];

type Draft = Omit<Threshold, 'id'>;

/** Thresholds of a system, with the settings' overrides already in them. The key becomes the id. */
export function thresholds<K extends string>(
  system: string,
  settings: Settings,
  drafts: Record<K, Draft>
): Record<K, Threshold> {
  const entries = Object.entries<Draft>(drafts).map(([key, draft]) => [
    key,
    threshold(`${system}.${key}`, draft, settings),
  ]);
  return Object.fromEntries(entries) as Record<K, Threshold>;
}

function threshold(id: string, draft: Draft, settings: Settings): Threshold {
  const { for: hold, ...values } = settings.thresholds[id] ?? {};
  const levels = { ...draft.levels };
  for (const level of LEVELS) {
    const documented = draft.levels[level];
    const value = values[level];
    if (documented && value !== undefined) {
      levels[level] = `${parseBound(documented).operator} ${value}` as Bound;
    }
  }
  return {
    ...draft,
    id,
    levels,
    // Like a level, what the documents do not have cannot be overridden; checkSettings tells.
    ...Object.fromEntries(
      GUARDS.filter((guard) => draft[guard] && values[guard]).map((guard) => [guard, values[guard]])
    ),
    ...((draft.for ?? hold) && { for: { ...draft.for, ...hold } }),
    // Some alerts fire at once until a user wants them to wait.
    ...(hold && !draft.sources.for && { sources: { ...draft.sources, for: own('set in genwatch.config.yaml') } }),
  };
}

/** The levels that page, mildest first. */
export const alertLevels = (t: Threshold): AlertLevel[] =>
  ALERT_LEVELS.filter((level) => t.levels[level] !== undefined);

/** Levels must not overtake each other, must look the same way, and every number must have a source. */
export function checkThreshold(t: Threshold): Problem[] {
  const present = LEVELS.filter((level) => t.levels[level] !== undefined);
  const malformed = present.flatMap((level) => checkBound(t, level));
  return malformed.length > 0 ? malformed : [...checkOrder(t, present), ...checkSources(t, present)];
}

function checkBound(t: Threshold, level: Level): Problem[] {
  const value = t.levels[level]?.split(' ')[1] ?? '';
  return isDecimal(value)
    ? []
    : [problem(['thresholds', t.id, level], `"${value}" is not a decimal number`, 'write it like 60 or 0.5')];
}

function checkOrder(t: Threshold, present: readonly Level[]): Problem[] {
  // A target says when all is well, so its bound looks the other way.
  const bad = present.map((level) => ({ level, ...badBound(t, level) }));
  return bad.slice(1).flatMap((worse, i) => {
    const milder = bad[i];
    if (!milder) {
      return [];
    }
    const path = ['thresholds', t.id, worse.level];
    const down = pointsDown(worse);
    if (pointsDown(milder) !== down) {
      return [
        problem(
          path,
          `${worse.level} and ${milder.level} of ${t.id} look in different directions`,
          'use one direction'
        ),
      ];
    }
    const order = compare(worse.from.value, milder.from.value);
    const overtakes = down ? order > 0 : order < 0;
    const wider = order === 0 && worse.from.operator.length > milder.from.operator.length;
    return overtakes || wider
      ? [
          problem(
            path,
            `${worse.level} ${print(worse.value)} lies on the wrong side of ${milder.level} ${print(milder.value)}: lower is ${down ? 'worse' : 'better'} here`,
            `set ${worse.level} to ${print(milder.value)} or ${down ? 'lower' : 'higher'}, or move ${milder.level} too`
          ),
        ]
      : [];
  });
}

const OPPOSITE: Record<Operator, Operator> = { '<': '>=', '<=': '>', '>': '<=', '>=': '<' };

/** The bound seen from the bad side: a target of `>= 80` is missed by `< 80`. `from` is how bounds are compared. */
function badBound(t: Threshold, level: Level) {
  const { operator: written, value } = parseBound(t.levels[level] as Bound);
  const operator = level === 'target' ? OPPOSITE[written] : written;
  return { operator, value, from: t.unit === 'count' ? wholeBound(operator, value) : { operator, value } };
}

/** Counts are whole: `> 3` says the same as `>= 4`, and `< 3` as `<= 2`. */
function wholeBound(operator: Operator, value: Decimal): ParsedBound {
  const below = floor(value);
  const isWhole = compare(below, value) === 0;
  return operator.startsWith('>')
    ? { operator: '>=', value: operator === '>=' && isWhole ? value : plus(below, ONE) }
    : { operator: '<=', value: operator === '<' && isWhole ? minus(value, ONE) : below };
}

function checkSources(t: Threshold, present: readonly Level[]): Problem[] {
  const needed = [...present, ...GUARDS.filter((guard) => t[guard]), ...(t.for ? (['for'] as const) : [])];
  return needed
    .filter((key) => !t.sources[key])
    .map((key) =>
      problem(['thresholds', t.id, key], `${key} of ${t.id} has no source`, 'add a quote or own("reason")')
    );
}
