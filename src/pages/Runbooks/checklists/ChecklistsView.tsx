import { Field, RadioButtonGroup, Stack, Text } from '@grafana/ui';
import React, { useMemo } from 'react';
import { useSearchParams } from 'react-router-dom';

import { type Installation, type Source } from '../../../app/installation';
import { t } from '../../../app/t';
import { REVIEW_DAYS, REVIEWS, type Review } from '../../../catalog/kinds/checklist';
import { type Answers } from '../../../shared/answers';
import { useNow } from '../../../shared/time/useNow';
import { readRows } from '../../Thresholds/thresholdFilter';
import { thresholdReadings } from '../../Thresholds/thresholdReading';
import { thresholdRows } from '../../Thresholds/thresholdRow';
import { ChecklistItems, type ReadThreshold } from './ChecklistItems';
import { periodOf } from './periodOf';
import { checklistsOf, itemAnswer, reviewQueries, type SystemChecklist } from './reviewAnswers';
import { useReviewAnswers } from './useReviewAnswers';

const REVIEW = 'review';

/** The reviews of the documents; which one stands in the address. */
export function checklistsView({ catalog, source }: Installation) {
  const rows = thresholdRows(catalog);
  return function ChecklistsView({ answers }: { readonly answers?: Answers }) {
    const [params, setParams] = useSearchParams();
    const review = REVIEWS.find((one) => one === params.get(REVIEW)) ?? 'weekly';
    const checklists = useMemo(() => checklistsOf(catalog, review), [review]);
    const period = periodOf(review, new Date(useNow()));
    const threshold = useMemo(() => {
      const read = new Map(readRows(rows, thresholdReadings(catalog, answers)).map((row) => [row.id, row]));
      return (id: string) => read.get(id);
    }, [answers]);
    const label = t('checklists.review', 'Review of the');
    return (
      <Stack direction="column" gap={3}>
        <Field label={label} noMargin>
          <RadioButtonGroup<Review>
            aria-label={label}
            value={review}
            options={REVIEWS.map((value) => ({ value, label: reviewTitle(value) }))}
            onChange={(value) =>
              setParams((before) => new URLSearchParams([...without(before), [REVIEW, value]]), { replace: true })
            }
          />
        </Field>
        <Text color="secondary">
          {t('checklists.kept', 'Your ticks are kept in this browser, for {{period}}.', { period })}
        </Text>
        {source ? (
          <Answered
            key={review}
            source={source}
            checklists={checklists}
            review={review}
            period={period}
            threshold={threshold}
          />
        ) : (
          checklists.map((one) => (
            <ChecklistItems key={one.checklist.id} {...one} period={period} threshold={threshold} />
          ))
        )}
      </Stack>
    );
  };
}

const without = (params: URLSearchParams): string[][] => [...params].filter(([name]) => name !== REVIEW);

interface AnsweredProps {
  readonly source: Source;
  readonly checklists: readonly SystemChecklist[];
  readonly review: Review;
  readonly period: string;
  readonly threshold: ReadThreshold;
}

function Answered({ source, checklists, review, period, threshold }: AnsweredProps) {
  const queries = useMemo(() => reviewQueries(checklists), [checklists]);
  const { now, before } = useReviewAnswers(source, queries, REVIEW_DAYS[review]);
  return (
    <>
      {checklists.map(({ system, checklist }) => (
        <ChecklistItems
          key={checklist.id}
          system={system}
          checklist={checklist}
          period={period}
          threshold={threshold}
          answer={(id) => itemAnswer(system, id, now, before)}
        />
      ))}
    </>
  );
}

function reviewTitle(review: Review): string {
  switch (review) {
    case 'weekly':
      return t('checklists.weekly', 'Week');
    case 'monthly':
      return t('checklists.monthly', 'Month');
    case 'quarterly':
      return t('checklists.quarterly', 'Quarter');
  }
}
