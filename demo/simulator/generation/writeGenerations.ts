import { type ClientBase } from 'pg';
import { random } from '../plan/random';
import { type FailureKind } from './plan/errorKind';
import { type Generation } from './plan/session';
import { failureTexts } from './texts/failureTexts';
import { metadata } from './texts/metadata';
import { userRequest } from './texts/userRequest';

/** Share of failures that the application also writes into the table of the successes, as not successful. */
const WRITTEN_TWICE = 0.15;

interface Row {
  readonly generation: Generation;
  readonly request: string;
  readonly metadata: string | null;
}

/** Inserts the generations in their order: first those that stand among the successes, then the failures. */
export async function writeGenerations(
  client: ClientBase,
  seedNumber: number,
  generations: readonly Generation[]
): Promise<void> {
  await writeAnalytics(
    client,
    generations.flatMap((one) => analyticsRow(seedNumber, one))
  );
  await writeFailures(client, seedNumber, generations);
}

const diceOf = (seedNumber: number, what: string, { key }: Generation) => random(seedNumber, what, key);

/** All tries at one request have its words. */
const requestOf = (seedNumber: number, { person, at }: Generation) =>
  userRequest(random(seedNumber, 'request', person.project, Math.floor(at / 600_000)));

function analyticsRow(seedNumber: number, generation: Generation): Row[] {
  const request = requestOf(seedNumber, generation);
  if (generation.kind === undefined) {
    const measured = metadata(diceOf(seedNumber, 'metadata', generation), generation.person.framework);
    return [{ generation, request, metadata: JSON.stringify(measured) }];
  }
  return diceOf(seedNumber, 'twice', generation).chance(WRITTEN_TWICE) ? [{ generation, request, metadata: null }] : [];
}

async function writeAnalytics(client: ClientBase, rows: readonly Row[]): Promise<void> {
  if (rows.length === 0) {
    return;
  }
  await client.query(
    `INSERT INTO generation_analytics (project_id, user_request, success, framework, metadata, user_id, created_at)
     SELECT project_id, user_request, success, framework, metadata, user_id, created_at
     FROM unnest($1::text[], $2::text[], $3::boolean[], $4::text[], $5::jsonb[], $6::text[], $7::timestamptz[])
       WITH ORDINALITY AS planned (project_id, user_request, success, framework, metadata, user_id, created_at, number)
     ORDER BY number`,
    [
      rows.map(({ generation }) => generation.person.project),
      rows.map(({ request }) => request),
      rows.map(({ generation }) => generation.kind === undefined),
      rows.map(({ generation }) => generation.person.frameworkWritten),
      rows.map((row) => row.metadata),
      rows.map(({ generation }) => generation.person.user),
      rows.map(({ generation }) => new Date(generation.at).toISOString()),
    ]
  );
}

/** One by one, as the application does: the trigger meets each strike by itself. */
async function writeFailures(
  client: ClientBase,
  seedNumber: number,
  generations: readonly Generation[]
): Promise<void> {
  for (const generation of generations) {
    if (generation.kind !== undefined) {
      const { type, category, severity, message, stackTrace, context, request } = failure(
        seedNumber,
        generation,
        generation.kind
      );
      await client.query({
        name: 'genwatch-demo-failure',
        text: `INSERT INTO generation_failures (error_type, error_message, failure_category, severity, stack_trace, framework,
                 user_id, project_id, user_request, context, created_at)
               VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)`,
        values: [
          type,
          message,
          category,
          severity,
          stackTrace,
          generation.person.frameworkWritten,
          generation.person.user,
          generation.person.project,
          request,
          JSON.stringify(context),
          new Date(generation.at).toISOString(),
        ],
      });
    }
  }
}

function failure(seedNumber: number, generation: Generation, kind: FailureKind) {
  const { type, category, severity } = kind;
  const texts = failureTexts(diceOf(seedNumber, 'failure', generation), kind, generation.attempt);
  return { type, category, severity, request: requestOf(seedNumber, generation), ...texts };
}
