import { sceneGraph, SceneObjectBase, type SceneComponentProps, type SceneObjectState } from '@grafana/scenes';
import { Box, LoadingPlaceholder } from '@grafana/ui';
import React, { type ReactElement } from 'react';

import { PageErrorBoundary } from '../app/PageErrorBoundary';
import { t } from '../app/t';
import { answersOf, type Answers } from './answers';
import { FailureNotice } from './FailureNotice';
import { useSettled } from './useSettled';

/** What such a part is shown with. */
export interface AnswersProps {
  readonly answers: Answers;
  /** Asks again, after something was changed. */
  readonly refresh: () => void;
}

interface State extends SceneObjectState {
  /** Shows what has come in; parts without an answer say so themselves or leave themselves out. */
  readonly view: (props: AnswersProps) => ReactElement | null;
  /** `false` where there is something to show before the first answer. */
  readonly waits?: boolean;
  /** Queries whose errors the view tells itself, where their answer would stand. */
  readonly tellsItself?: readonly string[];
}

/** A part of a page made of the answers to its `$data`: waits for the first, and tells what failed above the rest. */
export class AnswersView extends SceneObjectBase<State> {
  static readonly Component = ShownAnswers;
}

function ShownAnswers({ model }: SceneComponentProps<AnswersView>) {
  const { view: View, waits = true, tellsItself = [] } = model.useState();
  const { data } = sceneGraph.getData(model).useState();
  const answers = answersOf(useSettled(data));
  if (waits && answers.isLoading) {
    return <LoadingPlaceholder text={t('page.loading', 'Asking the data source…')} />;
  }
  return (
    <PageErrorBoundary>
      <Box grow={1} minWidth={0}>
        <FailureNotice messages={answers.errors(tellsItself)} />
        <View answers={answers} refresh={() => sceneGraph.getTimeRange(model).onRefresh()} />
      </Box>
    </PageErrorBoundary>
  );
}
