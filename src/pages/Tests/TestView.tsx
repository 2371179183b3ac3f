import { EmptyState, Stack, Text } from '@grafana/ui';
import React, { useMemo } from 'react';

import { type Source } from '../../app/installation';
import { t } from '../../app/t';
import { type AnswersProps } from '../../shared/AnswersView';
import { Facts } from '../../shared/Facts';
import { RawText } from '../../shared/RawText';
import { Section } from '../../shared/Section';
import { Moment } from '../../shared/time/Moment';
import { FailureLink } from './FailureLink';
import { ReviewForm } from './ReviewForm';
import { ReviewHistory } from './ReviewHistory';
import { RunsTable } from './RunsTable';
import { testBodies } from './testBody';
import { testRows, type TestRow } from './testRow';
import { testRuns } from './testRun';
import { percent } from './TestsTable';
import { TestState } from './TestState';

/** All about one test: what it does, how it did, and what was decided of it. */
export function testView(source: Source) {
  return function TestView({ answers, refresh }: AnswersProps) {
    const [test] = useMemo(() => testRows(answers.frames('test')), [answers]);
    const [body] = useMemo(() => testBodies(answers.frames('body')), [answers]);
    const runs = useMemo(() => testRuns(answers.frames('runs')), [answers]);
    if (answers.error('test') !== undefined) {
      return null;
    }
    if (!test) {
      return (
        <EmptyState variant="not-found" message={t('tests.one-none', 'There is no such test, or it was removed')} />
      );
    }
    return (
      <Stack direction="column" gap={3}>
        <Stack direction="row" gap={1} wrap="wrap" alignItems="center">
          <Text element="h2" variant="h4">
            {test.name}
          </Text>
          <TestState state={test.state} isFlaky={test.isFlaky} />
        </Stack>
        <TestFacts test={test} />
        {test.state === 'proposed' && <ReviewForm source={source} test={test} onSettled={refresh} />}
        {body && (
          <Section title={t('tests.body', 'What it does')} about={test.language}>
            <FailureLink test={body} />
            <RawText label={t('tests.body-of', 'What {{name}} does', { name: test.name })} text={body.body} />
          </Section>
        )}
        {answers.error('runs') === undefined && (
          <Section title={t('tests.runs', 'Runs in the range')}>
            <RunsTable runs={runs} />
          </Section>
        )}
        <ReviewHistory answers={answers} />
      </Stack>
    );
  };
}

const TestFacts = ({ test }: { readonly test: TestRow }) => (
  <Facts
    facts={[
      [t('tests.fact.error-type', 'Error type'), test.errorType],
      [t('tests.fact.target', 'Target'), test.target],
      [t('tests.column.confidence', 'Confidence'), percent(test.confidence)],
      [
        t('tests.column.runs', 'Runs'),
        t('tests.runs-of', '{{passed}} passed, {{failed}} failed', { passed: test.passed, failed: test.failed }),
      ],
      [t('tests.column.last-run', 'Last run'), test.lastRun !== undefined ? <Moment at={test.lastRun} /> : undefined],
      [t('tests.fact.made', 'Made'), test.createdAt !== undefined ? <Moment at={test.createdAt} /> : undefined],
      [t('tests.fact.reviewed-by', 'Reviewed by'), test.reviewedBy],
      [
        t('tests.fact.reviewed-at', 'Reviewed'),
        test.reviewedAt !== undefined ? <Moment at={test.reviewedAt} /> : undefined,
      ],
    ]}
  />
);
