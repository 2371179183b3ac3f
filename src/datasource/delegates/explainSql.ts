import { type DataQueryError, type DataQueryResponse, toDataFrame } from '@grafana/data';

/** What PostgreSQL says, and what a person can do about it. */
const REASONS: ReadonlyArray<readonly [pattern: RegExp, advice: string]> = [
  [
    /relation .* does not exist/i,
    'The table is not there: give its name in the settings of this data source, or create it.',
  ],
  [/column .* does not exist/i, 'A column has another name: give it in the settings of this data source.'],
  [
    /permission denied/i,
    "The PostgreSQL data source's user may not read the table: grant it SELECT, as sql/read-only-role.sql does.",
  ],
  [
    /statement timeout|canceling statement/i,
    'The statement took too long: choose a shorter range, or create the indexes of sql/acceleration.sql.',
  ],
  [
    /password authentication failed|no password/i,
    'The PostgreSQL data source has the wrong user or password: its own Save & test tells more.',
  ],
  [
    /connection refused|no such host|i\/o timeout|failed to connect|dial tcp/i,
    'The database cannot be reached: the Save & test of the PostgreSQL data source tells more.',
  ],
];

/** The error with what to do about it, where that is known; the server's own words stay. */
function explained(error: DataQueryError): DataQueryError {
  const said = error.data?.message ?? error.message ?? 'The statement failed.';
  const advice = REASONS.find(([pattern]) => pattern.test(said))?.[1];
  return { ...error, message: advice ? `${advice} PostgreSQL says: ${said}` : said };
}

/** Errors with their remedies, and a notice on every answer without rows, so that an empty panel says why it is empty. */
export function explainSql(answer: DataQueryResponse): DataQueryResponse {
  const errors = (answer.errors ?? []).map(explained);
  return {
    ...answer,
    ...(errors.length > 0 && { errors }),
    data: answer.data.map((one) => {
      const frame = toDataFrame(one);
      return frame.length > 0
        ? frame
        : { ...frame, meta: { ...frame.meta, notices: [...(frame.meta?.notices ?? []), NO_ROWS] } };
    }),
  };
}

const NO_ROWS = {
  severity: 'info',
  text: 'No rows: the statement ran, and nothing in this range matches it.',
} as const;
