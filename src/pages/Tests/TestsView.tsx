import { Combobox, EmptyState, Field, FilterInput, Stack, Text } from '@grafana/ui';
import React, { useMemo } from 'react';

import { type Source } from '../../app/installation';
import { t } from '../../app/t';
import { type AnswersProps } from '../../shared/AnswersView';
import { Section } from '../../shared/Section';
import { useAddress } from '../../shared/useAddress';
import { ReviewHistory } from './ReviewHistory';
import { ReviewQueue } from './ReviewQueue';
import { testBodies } from './testBody';
import { filteredTests, type TEST_FILTER_KEYS, TEST_STATES, testFilterOf } from './testFilter';
import { MOST_TESTS } from './testQueries';
import { testRows } from './testRow';
import { TestsTable } from './TestsTable';
import { stateInWords } from './TestState';

const WIDTH = 24;

/** What waits for review, all tests, and what was decided. */
export function testsView(source: Source) {
  return function TestsView({ answers, refresh }: AnswersProps) {
    const tests = useMemo(() => testRows(answers.frames('tests')), [answers]);
    const waiting = useMemo(() => testBodies(answers.frames('waiting')), [answers]);
    const { params, setParameters } = useAddress<(typeof TEST_FILTER_KEYS)[number]>();
    const filter = testFilterOf(params);
    const found = filteredTests(tests, filter);
    const isKnown = answers.error('tests') === undefined;
    if (isKnown && tests.length === 0) {
      return (
        <EmptyState variant="completed" message={t('tests.none', 'There is no generated test yet')}>
          {t('tests.none-advice', 'A test is made when failures of one error type repeat, and waits here for review.')}
        </EmptyState>
      );
    }
    return (
      <Stack direction="column" gap={4}>
        {answers.error('waiting') === undefined && (
          <ReviewQueue
            source={source}
            waiting={waiting}
            total={Math.max(waiting.length, tests.filter(({ state }) => state === 'proposed').length)}
            refresh={refresh}
          />
        )}
        {isKnown && (
          <Section title={t('tests.all', 'All tests')}>
            <Stack direction="row" gap={2} wrap="wrap" alignItems="flex-end">
              <Stack direction="column" flex="1 1 260px">
                <Field label={t('tests.search', 'Search tests')} noMargin>
                  <FilterInput
                    id="test-search"
                    value={filter.search}
                    escapeRegex={false}
                    placeholder={t('tests.search-placeholder', 'Name, error type or target')}
                    onChange={(search) => setParameters({ search })}
                  />
                </Field>
              </Stack>
              <Field label={t('tests.column.state', 'State')} htmlFor="test-state" noMargin>
                <Combobox
                  id="test-state"
                  width={WIDTH}
                  options={TEST_STATES.map((value) => ({ value: String(value), label: stateInWords(value) }))}
                  value={filter.state ?? null}
                  placeholder={t('tests.all-states', 'All')}
                  isClearable
                  onChange={(option) => setParameters({ state: option?.value ?? '' })}
                />
              </Field>
            </Stack>
            <div role="status">
              <Text color="secondary" variant="bodySmall">
                {t('tests.found', '', {
                  count: tests.length,
                  found: found.length,
                  defaultValue_one: '{{found}} of {{count}} test',
                  defaultValue_other: '{{found}} of {{count}} tests',
                })}
                {tests.length >= MOST_TESTS && ` ${t('tests.most', 'There are more: these are the latest ones.')}`}
              </Text>
            </div>
            {found.length > 0 ? (
              <TestsTable tests={found} />
            ) : (
              <EmptyState variant="not-found" message={t('tests.not-found', 'No test matches your search')} />
            )}
          </Section>
        )}
        <ReviewHistory answers={answers} withTests />
      </Stack>
    );
  };
}
