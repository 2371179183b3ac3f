import { MOST_ROWS, type Row, type Summarize, type Summary } from '../../kinds/summary';

/** By the id of the query. */
export const validationSummaries: Readonly<Record<string, Summarize>> = {
  'validation.success_per_day': ({ now }) => trend('Success rate', now, 'day'),
  'validation.weekly': ({ now }) => trend('Success rate', now, 'week'),
  'validation.error_patterns': ({ now, before }) => errorPatterns(now, before),
  'validation.offenders': ({ now }) => offenders(now),
  'validation.attempts_by_scene': ({ now }) => attemptsByScene(now),
  'validation.chain_summary': ({ now, before }) => chains(now[0], before[0]),
  'validation.user_experience': ({ now }) => sessions(now),
  'validation.validation_logs': ({ now, before }) => durations(now, before),
};

const SHOWN = 3;

const number = (row: Row | undefined, column: string): number => Number(row?.[column] ?? 0);
const sum = (rows: readonly Row[], column: string): number =>
  rows.reduce((total, row) => total + number(row, column), 0);
const percent = (part: number, whole: number): string => `${((100 * part) / whole).toFixed(1)} %`;
const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count.toLocaleString('en')} ${count === 1 ? one : many}`;
const distinct = (rows: readonly Row[], column: string): number => new Set(rows.map((row) => row[column])).size;
const atMost = (rows: readonly Row[]): string => (rows.length >= MOST_ROWS ? 'at least ' : '');

/** A period before that the table hardly reaches into says nothing. */
const isComparable = (before: number, now: number): boolean => before > 0 && before >= now / 10;

/** Rates of whole days or weeks, the oldest first; a partial one would only look worse or better. */
function trend(what: string, rows: readonly Row[], unit: 'day' | 'week'): Summary | undefined {
  const whole = rows.filter(({ partial, success_rate }) => partial === '' && success_rate !== null).reverse();
  const rates = whole.map((row) => number(row, 'success_rate'));
  const [first, last] = [rates[0], rates.at(-1)];
  if (first === undefined || last === undefined) {
    return undefined;
  }
  const change = last - first;
  const direction = Math.abs(change) < 2 ? 'steady' : change > 0 ? 'rising' : 'falling';
  return {
    text: `${what} by ${unit}: ${rates
      .slice(-10)
      .map((rate) => rate.toFixed(0))
      .join(', ')} % (${direction}).`,
    attention: change <= -5,
  };
}

function errorPatterns(now: readonly Row[], before: readonly Row[]): Summary | undefined {
  const occurrences = (rows: readonly Row[], pattern: string) =>
    sum(
      rows.filter((row) => row.pattern === pattern),
      'occurrences'
    );
  const named = now.filter(({ pattern }) => pattern !== 'Other');
  const unknown = now.find(({ pattern }) => pattern === 'Other');
  if (sum(now, 'occurrences') === 0) {
    return { text: 'No repair attempts.', attention: false };
  }
  const then = (pattern: string) =>
    isComparable(sum(before, 'occurrences'), sum(now, 'occurrences'))
      ? ` (${occurrences(before, pattern)} before)`
      : '';
  const top = named
    .slice(0, SHOWN)
    .map((row) => `${row.pattern} ${number(row, 'occurrences')}${then(row.pattern ?? '')}`);
  const others = number(unknown, 'occurrences');
  const unnamed =
    others === 0 ? 'none' : `${counted(others, 'attempt')} in ${counted(number(unknown, 'chats'), 'chat')}`;
  return {
    text: `Most frequent: ${top.join(', ')}. Unknown patterns: ${unnamed}${then('Other')}.`,
    attention: others > 0,
  };
}

function offenders(rows: readonly Row[]): Summary {
  const [longest] = rows;
  return longest === undefined
    ? { text: 'Chains over the attempt limit: none.', attention: false }
    : {
        text: `Chains over the attempt limit: ${atMost(rows)}${rows.length} in ${counted(distinct(rows, 'chat_id'), 'chat')}, the longest of ${number(longest, 'attempts')} attempts.`,
        attention: true,
      };
}

function attemptsByScene(rows: readonly Row[]): Summary {
  const most = Math.max(0, ...rows.map((row) => number(row, 'attempt_count')));
  return {
    text:
      rows.length === 0
        ? 'No scene needed more attempts than the limit in 7 days.'
        : `${atMost(rows)}${counted(rows.length, 'scene')} in ${counted(distinct(rows, 'chat_id'), 'chat')} with more attempts than the limit in 7 days, at most ${most}.`,
    attention: false,
  };
}

function chains(now: Row | undefined, before: Row | undefined): Summary | undefined {
  const shares = (row: Row | undefined) => {
    const [fixed, gaveUp, abandoned] = ['fixed', 'gave_up', 'abandoned'].map((column) => number(row, column)) as [
      number,
      number,
      number,
    ];
    return { gaveUp, abandoned, finished: fixed + gaveUp + abandoned };
  };
  const [current, past] = [shares(now), shares(before)];
  const lost = ({ gaveUp, abandoned }: typeof current) => gaveUp + abandoned;
  if (current.finished === 0) {
    return undefined;
  }
  const share = lost(current) / current.finished;
  const comparable = isComparable(past.finished, current.finished);
  const earlier = comparable ? `, ${percent(lost(past), past.finished)} in the period before` : '';
  return {
    text: `Of ${counted(current.finished, 'finished chain')} ${current.gaveUp} gave up and ${current.abandoned} were abandoned: ${percent(lost(current), current.finished)}${earlier}.`,
    attention: comparable && share > (lost(past) / past.finished) * 1.25,
  };
}

function sessions(rows: readonly Row[]): Summary | undefined {
  const [all, calm] = [sum(rows, 'sessions'), sum(rows, 'sessions_without_fixes')];
  return all === 0
    ? undefined
    : { text: `${percent(calm, all)} of ${counted(all, 'session')} needed no repair.`, attention: false };
}

function durations(now: readonly Row[], before: readonly Row[]): Summary | undefined {
  const mean = (rows: readonly Row[]) => {
    const timed = rows.filter(({ duration_ms }) => duration_ms !== null && duration_ms !== undefined);
    return timed.length === 0 ? undefined : { count: timed.length, mean: sum(timed, 'duration_ms') / timed.length };
  };
  const [current, past] = [mean(now), mean(before)];
  return current === undefined
    ? undefined
    : {
        text: `Mean duration of the last ${counted(current.count, 'logged validation')}: ${current.mean.toFixed(0)} ms${past ? `, ${past.mean.toFixed(0)} ms in the period before` : ''}.`,
        attention: current.mean >= 100,
      };
}
