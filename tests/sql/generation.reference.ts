import { type AnalyticsRow, type FailureRow, type GenerationRows } from './generationRows';

/** Series by name and labels, as they would be exposed; a value that is not there is left out. */
export type ExpectedSeries = Record<string, number>;

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const WINDOWS = { '1h': HOUR, '24h': DAY, '7d': 7 * DAY } as const;
type Window = keyof typeof WINDOWS;

const CATEGORIES = ['ai_timeout', 'rate_limit', 'validation_error', 'dependency_error', 'syntax_error', 'unknown'];
const SEVERITIES = ['low', 'medium', 'high', 'critical'];
const FRAMEWORKS = ['react', 'html', 'vue', 'other'];

export const seriesKey = (name: string, labels: Readonly<Record<string, string>> = {}): string =>
  `${name} ${JSON.stringify(Object.fromEntries(Object.entries(labels).sort()))}`;

const within = <R extends { readonly at: number }>(rows: readonly R[], from: number, to: number): R[] =>
  rows.filter(({ at }) => at >= from && at < to);

const frameworkOf = (framework: string | null) => {
  const name = (framework ?? '').toLowerCase();
  return FRAMEWORKS.includes(name) ? name : 'other';
};

/** Linear between the two nearest, as `percentile_cont`. */
function quantile(values: readonly number[], share: number): number | undefined {
  const sorted = [...values].sort((a, b) => a - b);
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  return low === undefined || high === undefined ? undefined : low + (high - low) * (place - Math.floor(place));
}

const isMap = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const amount = (value: unknown): number | undefined =>
  typeof value === 'number' && value >= 0 && value <= 1e15 ? value : undefined;

const measures = (rows: readonly AnalyticsRow[], key: string, divisor: number): number[] =>
  rows.flatMap(({ metadata }) => {
    const value = isMap(metadata) ? amount(metadata[key]) : undefined;
    return value === undefined ? [] : [value / divisor];
  });

/** What the tiers say of the generator, computed without a database. */
export class GenerationReference {
  readonly series: ExpectedSeries = {};

  constructor(
    private readonly rows: GenerationRows,
    private readonly now: number
  ) {}

  private set(name: string, labels: Readonly<Record<string, string>>, value: number | undefined): void {
    if (value !== undefined) {
      this.series[seriesKey(name, labels)] = value;
    }
  }

  private of(window: Window) {
    const from = this.now - WINDOWS[window];
    return {
      failures: within(this.rows.failures, from, this.now),
      successes: within(this.rows.analytics, from, this.now).filter(({ success }) => success),
    };
  }

  counts(window: Window): this {
    const { failures, successes } = this.of(window);
    const set = (name: string, labels: Record<string, string>, value: number) =>
      this.set(`genwatch_generation_${name}`, { ...labels, window }, value);
    const count = (condition: (row: FailureRow) => boolean) => failures.filter(condition).length;
    set('attempts', { outcome: 'failure' }, failures.length);
    set('attempts', { outcome: 'success' }, successes.length);
    const categoryOf = ({ failure_category: category }: FailureRow) =>
      category !== null && CATEGORIES.includes(category) ? category : 'unknown';
    const severityOf = ({ severity }: FailureRow) =>
      severity !== null && SEVERITIES.includes(severity) ? severity : 'medium';
    CATEGORIES.forEach((category) =>
      set(
        'failures_by_category',
        { category },
        count((row) => categoryOf(row) === category)
      )
    );
    SEVERITIES.forEach((severity) =>
      set(
        'failures_by_severity',
        { severity },
        count((row) => severityOf(row) === severity)
      )
    );
    for (const framework of FRAMEWORKS) {
      const wrote = (row: { readonly framework: string | null }) => frameworkOf(row.framework) === framework;
      set('framework_attempts', { framework, outcome: 'failure' }, failures.filter(wrote).length);
      set('framework_attempts', { framework, outcome: 'success' }, successes.filter(wrote).length);
    }
    const different = (values: ReadonlyArray<string | null>) => new Set(values.filter((value) => value !== null)).size;
    set('users_affected', {}, different(failures.map(({ user_id }) => user_id)));
    set('projects_affected', {}, different(failures.map(({ project_id }) => project_id)));
    return this;
  }

  distributions(window: Window): this {
    const { successes } = this.of(window);
    for (const [name, key, divisor] of [
      ['duration_seconds', 'duration', 1000],
      ['build_seconds', 'buildTime', 1000],
      ['memory_bytes', 'memory', 1],
      ['files', 'fileCount', 1],
    ] as const) {
      if (window === '7d' && (key === 'memory' || key === 'fileCount')) {
        continue;
      }
      for (const share of ['0.5', '0.95']) {
        const value = quantile(measures(successes, key, divisor), Number(share));
        this.set(`genwatch_generation_${name}`, { quantile: share, window }, value);
      }
    }
    return this;
  }

  phases(): this {
    const runs = new Map<string, number[]>();
    for (const { metadata } of this.of('24h').successes) {
      const phases = isMap(metadata) && Array.isArray(metadata.phases) ? (metadata.phases as unknown[]) : [];
      for (const phase of phases.filter(isMap)) {
        const written = String(phase.name ?? '').toLowerCase();
        const name = /^[a-z][a-z0-9_-]{0,31}$/.test(written) ? written : 'other';
        const duration = amount(phase.duration);
        if (duration !== undefined) {
          runs.set(name, [...(runs.get(name) ?? []), duration / 1000]);
        }
      }
    }
    const named = [...runs].filter(([name]) => name !== 'other');
    const ranked = named.sort(([a, x], [b, y]) => y.length - x.length || (a < b ? -1 : 1));
    const rest = [...ranked.slice(10), ...[...runs].filter(([name]) => name === 'other')].flatMap(([, all]) => all);
    for (const [phase, values] of [...ranked.slice(0, 10), ['other', rest] as const]) {
      ['0.5', '0.95'].forEach((share) =>
        this.set('genwatch_generation_phase_seconds', { phase, quantile: share }, quantile(values, Number(share)))
      );
    }
    return this;
  }

  errors(): this {
    const isFingerprint = (text: string | null): text is string => text !== null && /^[0-9a-f]{16}$/.test(text);
    const occurrences = new Map<string, number>();
    const { failures } = this.of('7d');
    failures.forEach(({ fingerprint }) => {
      if (isFingerprint(fingerprint)) {
        occurrences.set(fingerprint, (occurrences.get(fingerprint) ?? 0) + 1);
      }
    });
    const top = [...occurrences].sort(([a, x], [b, y]) => y - x || (a < b ? -1 : 1)).slice(0, 10);
    const set = (fingerprint: string, value: number) =>
      this.set('genwatch_generation_occurrences', { fingerprint, window: '7d' }, value);
    top.forEach(([fingerprint, value]) => set(fingerprint, value));
    set('other', failures.length - top.reduce((sum, [, value]) => sum + value, 0));
    const before = within(this.rows.failures, this.now - 8 * DAY, this.now - DAY).map(({ fingerprint }) => fingerprint);
    const fresh = new Set(this.of('24h').failures.map(({ fingerprint }) => fingerprint));
    const unseen = [...fresh].filter((fingerprint) => fingerprint !== null && !before.includes(fingerprint));
    this.set('genwatch_generation_new_fingerprints', { window: '24h' }, unseen.length);
    return this;
  }

  finished(hours: 'last_6h' | 'same_6h_last_week'): this {
    const to = hours === 'last_6h' ? this.now : this.now - 7 * DAY;
    const ended = [...this.rows.failures, ...this.rows.analytics.filter(({ success }) => success)];
    this.set('genwatch_generation_finished', { hours }, within(ended, to - 6 * HOUR, to).length);
    return this;
  }

  recovery(): this {
    const { tests } = this.rows;
    const { failures } = this.of('7d');
    const types = [...new Set(failures.map(({ error_type }) => error_type))];
    const testsOf = (type: string) => tests.filter(({ error_type }) => error_type === type);
    const unanswered = types.filter((type) => {
      const rejections = testsOf(type)
        .filter(({ status }) => status === 'rejected')
        .map(({ at, reviewed_at: reviewed }) => (reviewed ? Date.parse(reviewed) : at));
      const strikes = failures.filter(
        ({ at, error_type, test_generated }) =>
          error_type === type && test_generated !== true && rejections.every((rejected) => at > rejected)
      );
      return strikes.length >= 3 && testsOf(type).every(({ status }) => status === 'rejected');
    });
    this.set('genwatch_generation_strikes_unanswered', {}, unanswered.length);
    const waiting = types.filter(
      (type) => testsOf(type).length === 0 || testsOf(type).some(({ status }) => status === 'proposed')
    );
    const most = waiting.map((type) => failures.filter(({ error_type }) => error_type === type).length);
    this.set('genwatch_generation_repeated_failures', { window: '7d' }, Math.max(0, ...most));
    const runs = within(this.rows.runs, this.now - 7 * DAY, this.now);
    const judged = tests.map(({ id, status, pass_count }) => {
      const own = runs.filter(({ test_id }) => test_id === id).sort((a, b) => a.at - b.at || a.id - b.id);
      const failing = status === 'approved' && own.at(-1)?.passed === false;
      const versions = [...new Set(own.map(({ version }) => version))];
      const outcomes = versions.map(
        (version) => new Set(own.filter((run) => run.version === version).map(({ passed }) => passed)).size
      );
      return {
        [status]: true,
        failing,
        regression: failing && (pass_count > 0 || own.some(({ passed }) => passed)),
        flaky: status !== 'rejected' && outcomes.includes(2),
      } as Record<string, boolean>;
    });
    for (const state of ['proposed', 'approved', 'rejected', 'failing', 'regression', 'flaky']) {
      this.set('genwatch_generation_tests', { state }, judged.filter((test) => test[state] === true).length);
    }
    for (const [window, length] of Object.entries(WINDOWS)) {
      const made = within(tests, this.now - length, this.now).length;
      this.set('genwatch_generation_tests_generated', { window }, made);
    }
    return this;
  }
}
