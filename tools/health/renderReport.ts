import { unitDefinition } from '../../src/catalog/exact/unit';
import { type Check } from './check';
import { type Report, type SourceFailure, type Verdict } from './report';
import { wrap } from './wrap';

/** Fits a terminal of 80 columns. */
const WIDTH = 80;
const GAP = '  ';
const TITLES = ['System', 'What', 'Value', 'Level', 'Bound', 'Margin'];
/** Beyond so many characters a cell wraps; `What` gets the room that the others leave, at least 12. */
const WIDEST = [12, WIDTH, 12, 8, 14, 12];
const WHAT = 1;
const LEVEL = 3;

const COLOURS: Readonly<Record<Check['status'] | Verdict, number>> = {
  healthy: 32,
  info: 36,
  warning: 33,
  critical: 31,
  'no data': 90,
  unknown: 35,
};

type Paint = (text: string, status: Check['status'] | Verdict) => string;

/** The report for people, at most 80 columns wide. */
export function renderReport(report: Report, colour: boolean): string {
  const paint: Paint = (text, status) => (colour ? `\u001b[${COLOURS[status]}m${text}\u001b[0m` : text);
  const blocks = [
    ...(report.checks.length > 0 ? [table(report.checks, paint)] : []),
    ...documentedFields(report.health),
    ...whyUnknown(report.failures),
    summary(report, paint),
  ];
  return blocks.join('\n\n');
}

/** What one round of `--watch` prints while nothing changes. */
export function renderLine({ checkedAt, verdict, checks }: Report): string {
  const values = checks.map((check) => `${check.threshold} ${valueOf(check)}`).join(', ');
  const line = `${checkedAt.slice(11, 19)} UTC  ${verdict}, unchanged: ${values}`;
  return line.length <= WIDTH ? line : `${line.slice(0, WIDTH - 1)}…`;
}

function table(checks: readonly Check[], paint: Paint): string {
  const rows = checks.map(cellsOf);
  const natural = TITLES.map((title, i) => Math.max(...[title, ...rows.map((row) => row[i] ?? '')].map(length)));
  const capped = natural.map((width, i) => Math.min(width, WIDEST[i] ?? WIDTH));
  const others = capped.reduce((sum, width, i) => sum + (i === WHAT ? 0 : width), GAP.length * (TITLES.length - 1));
  const widths = capped.map((width, i) => (i === WHAT ? Math.min(natural[WHAT] ?? 0, WIDTH - others) : width));
  return [
    ...lines(TITLES, widths, (text) => text),
    ...rows.flatMap((row, i) => lines(row, widths, (text) => paint(text, checks[i]?.status ?? 'unknown'))),
  ].join('\n');
}

const length = (text: string) => text.length;

/** One row of the table, over as many lines as its tallest cell. */
function lines(cells: readonly string[], widths: readonly number[], paintLevel: (text: string) => string): string[] {
  const wrapped = cells.map((cell, i) => wrap(cell, widths[i] ?? WIDTH));
  const height = Math.max(...wrapped.map(({ length: tall }) => tall));
  return Array.from({ length: height }, (_, line) =>
    wrapped
      .map((cell, i) => {
        const text = cell[line] ?? '';
        const space = ' '.repeat((widths[i] ?? 0) - text.length);
        return (i === LEVEL && text ? paintLevel(text) : text) + space;
      })
      .join(GAP)
      .trimEnd()
  );
}

function cellsOf(check: Check): string[] {
  const { system, title, labels, status, unit, bound, margin } = check;
  const kept = Object.entries(labels).map(([label, value]) => `${label} ${value}`);
  return [
    system,
    kept.length > 0 ? `${title} (${kept.join(', ')})` : title,
    valueOf(check),
    status,
    `${bound.level} ${bound.bound}${unitDefinition(unit).symbol}`,
    margin === null ? '–' : `${margin > 0 ? '+' : ''}${margin}${unitDefinition(unit).symbol}`,
  ];
}

const valueOf = ({ value, unit }: Check): string => (value === null ? '–' : `${value}${unitDefinition(unit).symbol}`);

/** What documented health checks say, by their own names: `generation: failureRate 12.5, totalAttempts 8, …`. */
const documentedFields = (health: Report['health']): string[] =>
  Object.entries(health).map(([system, fields]) =>
    wrap(
      `${system}: ${Object.entries(fields)
        .map(([field, value]) => `${field} ${value ?? '–'}`)
        .join(', ')}`,
      WIDTH
    ).join('\n')
  );

/** Failures of one reason are told once. */
function whyUnknown(failures: readonly SourceFailure[]): string[] {
  const texts = failures.map(({ remedy }) => remedy);
  return [...new Set(texts)].map((remedy) => {
    const same = failures.filter((failure) => failure.remedy === remedy);
    const [first] = same;
    const reason = [first?.reason, first?.code].filter((part) => part !== undefined).join(', ');
    const who = same.map(({ source }) => source).join(', ');
    return [
      ...wrap(`Cannot tell (${reason}): ${who}`, WIDTH),
      ...wrap(remedy, WIDTH - 2).map((line) => `  ${line}`),
    ].join('\n');
  });
}

function summary({ verdict, checks, notJudged, database, checkedAt }: Report, paint: Paint): string {
  const count = (status: Check['status']) => checks.filter((check) => check.status === status).length;
  const counts = (['critical', 'unknown', 'warning', 'info', 'no data', 'healthy'] as const)
    .filter((status) => count(status) > 0)
    .map((status) => `${count(status)} ${status}`);
  const parts = [...counts, ...(notJudged.length > 0 ? [`${notJudged.length} left to Prometheus`] : [])].join(', ');
  const [first = '', ...rest] = wrap(`${verdict.toUpperCase()}${parts ? `: ${parts}` : ''}`, WIDTH);
  const where = `${database === null ? '' : `${database}, `}${checkedAt.slice(0, 19).replace('T', ' ')} UTC`;
  return [first.replace(verdict.toUpperCase(), (word) => paint(word, verdict)), ...rest, ...wrap(where, WIDTH)].join(
    '\n'
  );
}
