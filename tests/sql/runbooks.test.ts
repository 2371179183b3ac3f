import { type QueryResult } from 'pg';

import { validationsBetween } from '../../demo/simulator/application/validations';
import { writeLogs } from '../../demo/simulator/application/writeLogs';
import { createPlan } from '../../demo/simulator/plan/plan';
import { writeMessages } from '../../demo/simulator/writeMessages';
import { codeSpans } from '../../tools/runbooks/runbook';
import { rolledBack } from './rolledBack';
import { blocks, DAY_MS, fail, loop, PLACEHOLDER, type Row, say, script } from './runbookAnswers';

/** A failure of every kind that a runbook asks for, three of a type without a test, and tests in every state. */
const GENERATOR_IN_TROUBLE = `
INSERT INTO generation_failures (error_type, error_message, failure_category, severity, user_id, project_id, framework, created_at)
SELECT type, 'it failed', category, severity, 'u1', 'p1', 'React', now() - n * interval '5 minutes'
FROM generate_series(1, 3) AS n, (VALUES ('Fatal', 'unknown', 'critical'), ('Slow', 'ai_timeout', 'high'), ('Limit', 'rate_limit', 'medium'))
  AS kind (type, category, severity);
INSERT INTO generation_analytics (success, framework, created_at) VALUES (true, 'React', now() - interval '1 minute');
INSERT INTO auto_generated_tests (test_name, test_body, language, target, error_type, status)
VALUES ('slow', '', 'typescript', 'generator', 'Slow', 'proposed'), ('limit', '', 'typescript', 'generator', 'Limit', 'approved');
INSERT INTO auto_generated_test_runs (test_id, passed, version, created_at)
SELECT id, n = 1, 'v1', now() - n * interval '1 minute' FROM auto_generated_tests, generate_series(1, 2) AS n WHERE status = 'approved';
INSERT INTO genwatch_strike_errors (error_type, message) VALUES ('Fatal', 'permission denied');`;

describe('the SQL of the runbooks', () => {
  it('is in all runbooks about what stands in tables', () => {
    expect([...new Set(blocks.map(({ runbook }) => runbook))].sort()).toEqual([
      'GenerationAiTimeouts',
      'GenerationCriticalError',
      'GenerationErrorRepeated',
      'GenerationFailureRateHigh',
      'GenerationRateLimited',
      'GenerationRegression',
      'GenerationSilent',
      'GenerationStrikesUnanswered',
      'GenerationTestFlaky',
      'GenerationTriggerErrors',
      'ValidationAttemptLimit',
      'ValidationAttemptRateHigh',
      'ValidationAttemptSurge',
      'ValidationCircuitBreakerTripped',
      'ValidationDurationHigh',
      'ValidationEventsMissing',
      'ValidationGenerationSuccessLow',
      'ValidationNewErrorPattern',
      'ValidationSlowSpikes',
      'ValidationSuccessRateLow',
    ]);
  });

  it('runs as the read-only role on the history of the demo, without writing, and fills the columns of its text', async () => {
    const answers = await rolledBack(async (client) => {
      await client.query('CREATE SCHEMA IF NOT EXISTS public; SET LOCAL search_path = public');
      await client.query(script('schema.sql'));
      const plan = createPlan({ seedNumber: 98, messagesPerDay: 2000 });
      const now = Date.now();
      await writeMessages(client, plan.options.seedNumber, plan.messages(now - 9 * DAY_MS, now));
      await writeLogs(client, validationsBetween(plan, now - DAY_MS, now));
      // What the demo has once in several days only.
      await say(client, [
        ...loop(5),
        { chat: 'odd', minutesAgo: 3, text: 'Fixing intro: Unterminated template literal' },
        { chat: 'odd', minutesAgo: 2, text: 'Giving up on intro' },
      ]);
      await client.query("INSERT INTO logs (message) VALUES ('[VALIDATION PERFORMANCE] Slow validation: 312.00ms')");
      await client.query(GENERATOR_IN_TROUBLE);
      await client.query(script('read-only-role.sql'));
      await client.query('SET LOCAL ROLE genwatch_reader; SET LOCAL transaction_read_only = on');
      const results: Array<QueryResult<Row>> = [];
      for (const { block } of blocks) {
        results.push(await client.query(block.text.replaceAll(PLACEHOLDER, 'loop')));
      }
      return results;
    });
    const problems = answers.flatMap(({ fields, rows }, i) => {
      const { runbook, section, block } = blocks[i] ?? fail();
      const columns = fields.map(({ name }) => name);
      const spoken = codeSpans(section.prose);
      const known = (span: string) => columns.includes(span) || block.text.includes(`'${span.replaceAll("'", '')}'`);
      return [
        ...(rows.length > 0 ? [] : ['answers nothing']),
        ...columns
          .filter((column) => !spoken.includes(column))
          .map((column) => `says nothing about its column ${column}`),
        ...spoken.filter((span) => !known(span)).map((span) => `speaks of ${span}, which its answer does not have`),
      ].map((problem) => `${runbook}.md:${block.line} ${problem}`);
    });
    expect(problems).toEqual([]);
  }, 30_000);
});
