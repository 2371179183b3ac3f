import { bucketOf, referenceBuckets, startOfFirst } from './buckets.reference';
import { type Message, type MillisecondRange } from './message';
import { referenceChains } from './repairChains.reference';
import { referenceRequests } from './requests.reference';

type Row = Readonly<Record<string, string | number | null>>;

const inRange = (messages: readonly Message[], { from, to }: MillisecondRange) =>
  messages.filter(({ at }) => at >= from && at < to);
const says = (phrase: RegExp) => (message: Message) => phrase.test(message.content ?? '');
const by = (role: string) => (message: Message) => message.role === role;
const isAttempt = (message: Message) => by('assistant')(message) && says(/^fixing/i)(message);

/** As SQL rounds: half away from zero, on exact decimals. */
const rounded = (part: number, whole: number, factor: number, digits: number): number | null => {
  if (whole === 0) {
    return null;
  }
  const scale = 10 ** digits * factor;
  return Math.floor((2 * part * scale + whole) / (2 * whole)) / 10 ** digits;
};
const percent = (part: number, whole: number) => rounded(part, whole, 100, 2);

/** The range that a list of buckets looks at. */
const widened = (zone: string, unit: 'day' | 'week', range: MillisecondRange) => ({
  from: startOfFirst(zone, unit, range),
  to: range.to,
});

const outcomesIn = (
  messages: readonly Message[],
  range: MillisecondRange,
  idle: number,
  zone: string,
  unit: 'day' | 'week'
) =>
  referenceChains(messages, range, idle)
    .filter(({ outcome, endedAt }) => outcome !== 'open' && endedAt !== null && endedAt >= range.from)
    .map(({ outcome, endedAt }) => ({ outcome, bucket: bucketOf(zone, unit, endedAt ?? 0) }));

export function referenceSuccessPerDay(
  messages: readonly Message[],
  range: MillisecondRange,
  { zone, idle }: { zone: string; idle: number }
): Row[] {
  const ended = outcomesIn(messages, widened(zone, 'day', range), idle, zone, 'day');
  return referenceBuckets(zone, 'day', range).map(({ name, partial }) => {
    const here = ended.filter(({ bucket }) => bucket === name);
    const count = (outcome: string) => here.filter((chain) => chain.outcome === outcome).length;
    return {
      day: name,
      finished: here.length,
      fixed: count('fixed'),
      gave_up: count('gave_up'),
      abandoned: count('abandoned'),
      success_rate: percent(count('fixed'), here.length),
      partial,
    };
  });
}

export function referenceWeekly(
  messages: readonly Message[],
  range: MillisecondRange,
  { zone, idle }: { zone: string; idle: number }
): Row[] {
  const wide = widened(zone, 'week', range);
  const ended = outcomesIn(messages, wide, idle, zone, 'week');
  return referenceBuckets(zone, 'week', range).map(({ name, partial }) => {
    const attempts = inRange(messages, wide).filter((m) => isAttempt(m) && bucketOf(zone, 'week', m.at) === name);
    const here = ended.filter(({ bucket }) => bucket === name);
    const count = (outcome: string) => here.filter((chain) => chain.outcome === outcome).length;
    return {
      week: name,
      attempts: attempts.length,
      fixed: count('fixed'),
      gave_up: count('gave_up'),
      abandoned: count('abandoned'),
      unique_projects: new Set(attempts.map(({ chat }) => chat)).size,
      success_rate: percent(count('fixed'), here.length),
      partial,
    };
  });
}

/** The words "error" and "errors", and names that end in it, outside of code. */
const ERROR = /(^|[^.(\w])(\w+error|errors?)([^\w(.)=]|\.(\s|$)|$)/i;

export function referenceUserExperience(messages: readonly Message[], range: MillisecondRange, zone: string): Row[] {
  const seen = inRange(messages, widened(zone, 'day', range));
  const day = ({ at }: Message) => bucketOf(zone, 'day', at);
  const chats = [...new Set(seen.map(({ chat }) => chat))].flatMap((chat) => {
    const own = seen.filter((message) => message.chat === chat);
    const asked = own.filter(by('user')).sort((a, b) => a.at - b.at)[0];
    return asked ? [{ day: day(asked), repaired: own.some(isAttempt) }] : [];
  });
  return referenceBuckets(zone, 'day', range).map(({ name, partial }) => {
    const here = seen.filter((message) => day(message) === name);
    const asked = here.filter(by('user')).length;
    const sessions = chats.filter((chat) => chat.day === name);
    return {
      day: name,
      sessions: sessions.length,
      sessions_without_fixes: sessions.filter(({ repaired }) => !repaired).length,
      user_messages: asked,
      errors_per_message: rounded(here.filter((m) => by('assistant')(m) && says(ERROR)(m)).length, asked, 1, 4),
      fixes_per_message: rounded(here.filter(isAttempt).length, asked, 1, 4),
      partial,
    };
  });
}

export function referenceGenerationSuccess(
  messages: readonly Message[],
  range: MillisecondRange,
  { zone, idle }: { zone: string; idle: number }
): Row[] {
  const ended = referenceRequests(messages, widened(zone, 'day', range), idle).filter(
    ({ outcome }) => outcome !== 'open'
  );
  return referenceBuckets(zone, 'day', range).map(({ name, partial }) => {
    const here = ended.filter(({ endedAt }) => bucketOf(zone, 'day', endedAt ?? 0) === name);
    const count = (outcome: string) => here.filter((request) => request.outcome === outcome).length;
    return {
      day: name,
      requests: here.length,
      completed: count('completed'),
      replaced: count('replaced'),
      unanswered: count('unanswered'),
      success_rate: percent(count('completed'), here.length),
      partial,
    };
  });
}

export function referenceHealthNow(messages: readonly Message[], { to }: MillisecondRange): Row[] {
  const hour = inRange(messages, { from: to - 3_600_000, to }).filter(by('assistant'));
  const attempts = hour.filter(isAttempt);
  const trips = hour.filter((m) => !isAttempt(m) && says(/\bgiving up\b|\bcircuit breaker\b/i)(m));
  const successes = hour.filter((m) => !isAttempt(m) && !trips.includes(m) && says(/\bfixed issues\b/i)(m));
  return [
    { metric: 'Repair attempts', value: attempts.length },
    { metric: 'Successful repairs', value: successes.length },
    { metric: 'Circuit breaker trips', value: trips.length },
  ];
}
