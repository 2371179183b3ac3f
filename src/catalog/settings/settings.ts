import { type Duration } from '../exact/duration';
import { type Producer } from '../kinds/metric';
import { type AlertLevel, type Level } from '../kinds/threshold';

/** Changes to one threshold. Numbers are decimal text, as written in the file. */
export type ThresholdOverride = Readonly<Partial<Record<Level, string>>> & {
  readonly window?: Duration;
  readonly for?: Readonly<Partial<Record<AlertLevel, Duration>>>;
  readonly minimumSample?: `${number}`;
  readonly floor?: `${number}`;
  readonly history?: Duration;
};

/** A table of the monitored application, as an installation calls it. */
export interface TableSettings<Column extends string> {
  /** `table` or `schema.table`. */
  readonly table: string;
  readonly columns: Readonly<Record<Column, string>>;
  /** Type of the columns that hold instants; `timestamp` columns are read in `zones.timestamps`. */
  readonly timestamps: 'timestamptz' | 'timestamp';
}

export const MESSAGES_COLUMNS = ['id', 'chat_id', 'role', 'content', 'scene_name', 'created_at'] as const;
export type MessagesColumn = (typeof MESSAGES_COLUMNS)[number];
export type MessagesTable = TableSettings<MessagesColumn>;

export const LOGS_COLUMNS = ['message', 'created_at'] as const;
export type LogsColumn = (typeof LOGS_COLUMNS)[number];
/** The application's log lines, where there are some in a table. */
export type LogsTable = TableSettings<LogsColumn>;

export const FAILURES_COLUMNS = [
  'id',
  'error_type',
  'error_message',
  'failure_category',
  'severity',
  'fingerprint',
  'stack_trace',
  'framework',
  'user_id',
  'project_id',
  'user_request',
  'context',
  'test_generated',
  'occurrence_count',
  'updated_at',
  'created_at',
] as const;
export type FailuresColumn = (typeof FAILURES_COLUMNS)[number];

export const ANALYTICS_COLUMNS = [
  'id',
  'project_id',
  'user_request',
  'success',
  'framework',
  'metadata',
  'user_id',
  'created_at',
] as const;
export type AnalyticsColumn = (typeof ANALYTICS_COLUMNS)[number];

export const TESTS_COLUMNS = [
  'id',
  'test_name',
  'test_body',
  'language',
  'target',
  'created_from_failure_id',
  'error_type',
  'confidence_score',
  'run_count',
  'pass_count',
  'fail_count',
  'status',
  'reviewed_by',
  'reviewed_at',
  'created_at',
] as const;
export type TestsColumn = (typeof TESTS_COLUMNS)[number];

export const RUNS_COLUMNS = ['id', 'test_id', 'passed', 'version', 'duration_ms', 'created_at'] as const;
export type RunsColumn = (typeof RUNS_COLUMNS)[number];

/** What a failed generation failed of; `unknown` is what no pattern names. */
export const FAILURE_CATEGORIES = [
  'ai_timeout',
  'rate_limit',
  'validation_error',
  'dependency_error',
  'syntax_error',
  'unknown',
] as const;
export type FailureCategory = (typeof FAILURE_CATEGORIES)[number];
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;
export type Severity = (typeof SEVERITIES)[number];

/** A category of failed generations, and how messages of it are told from others. */
export interface CategoryPattern {
  readonly category: FailureCategory;
  /** Regular expression of the portable subset, matched without regard to case. */
  readonly pattern: string;
}

/** What a message can be, by its words: a repair event, a user's request, a generated scene, an error told to the user. */
export const PHRASES = ['attempt', 'success', 'trip', 'request', 'completed', 'error'] as const;
export type Phrase = (typeof PHRASES)[number];

/** A named regular expression of the portable subset, matched without regard to case. */
export interface Pattern {
  readonly name: string;
  readonly pattern: string;
}

/** Everything a user can change, complete; `genwatch.config.yaml` holds only what differs. */
export interface Settings {
  /** Ids of the systems that this installation has; nothing means all of them. */
  readonly systems?: readonly string[];
  /** By threshold id. */
  readonly thresholds: Readonly<Record<string, ThresholdOverride>>;
  /** By alert name. */
  readonly alerts: Readonly<Record<string, { readonly labels: Readonly<Record<string, string>> }>>;
  /** Alert names, or `<name>.<level>` for one level. */
  readonly disabled: readonly string[];
  /** Value of the `severity` label per level. */
  readonly severities: Readonly<Record<AlertLevel, string>>;
  /** Added to every alert. */
  readonly labels: Readonly<Record<string, string>>;
  /** Labels by which the series of each producer are found. */
  readonly selectors: Readonly<Record<Producer, Readonly<Record<string, string>>>>;
  /** How often rules over each producer's series are evaluated. */
  readonly evaluation: Readonly<Record<Producer, Duration>>;
  readonly scrape: {
    readonly interval: Duration;
    readonly timeout: Duration;
    /** Where the exporters serve https, or ask for a token. Paths are those of Prometheus' machine. */
    readonly exporter?: {
      readonly scheme?: 'http' | 'https';
      readonly tokenFile?: string;
      /** Who signed the exporter's certificate, where the system does not know it. */
      readonly caFile?: string;
    };
  };
  /** Host and port of what Prometheus scrapes; of `prometheus`, itself. */
  readonly targets: Readonly<Record<'exporter' | 'prometheus' | 'alertmanager', readonly string[]>> & {
    /** The monitored applications; nothing where they are scraped by other means, or not at all. */
    readonly application?: readonly string[];
  };
  readonly exporter: {
    /** Rows younger than this are not counted yet: what commits late would otherwise be seen, missed or flicker by chance. */
    readonly settle: Duration;
  };
  readonly zones: { readonly buckets: string; readonly timestamps: string };
  readonly links: {
    /** Base of the runbooks; the alert's name and `.md` follow. */
    readonly runbooks: string;
    /** Base of Grafana, or nothing where there is none: then alerts link to Prometheus. */
    readonly grafana?: string;
    readonly prometheus: string;
  };
  readonly delivery: {
    readonly groupWait: Duration;
    readonly groupInterval: Duration;
    readonly repeatInterval: Duration;
  };
  readonly receivers: {
    /** Base of the alert console; always notified. */
    readonly console: string;
    readonly slack?: { readonly urlFile: string; readonly channel: string };
    readonly webhook?: { readonly url: string };
    /** Dead man's switch elsewhere: hears the watchdog too, and complains when it stops. */
    readonly deadman?: { readonly url: string };
  };
  readonly validation: {
    readonly messages: MessagesTable;
    /** A second source of durations and heap beside the application's metrics; it need not be there. */
    readonly logs: LogsTable;
    /** Regular expressions that tell messages apart; any of a list will do. */
    readonly phrases: Readonly<Record<Phrase, readonly string[]>>;
    /** The first that matches names an attempt's error. */
    readonly patterns: readonly Pattern[];
    /** A chain without an event for so long is abandoned. */
    readonly idle: Duration;
  };
  readonly generation: {
    readonly failures: TableSettings<FailuresColumn> & {
      /** One row an occurrence, or one row an error whose count is raised by UPDATE. */
      readonly rows: 'occurrences' | 'deduplicated';
    };
    readonly analytics: TableSettings<AnalyticsColumn>;
    readonly tests: TableSettings<TestsColumn>;
    readonly runs: TableSettings<RunsColumn>;
    /** So many failures of one error type within the window make a test. */
    readonly strikes: { readonly failures: `${number}`; readonly window: Duration };
    /** The first that matches a message names its category. */
    readonly categories: readonly CategoryPattern[];
  };
}
