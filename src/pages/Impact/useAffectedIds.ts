import { useMemo } from 'react';

import { type Source } from '../../app/installation';
import { type Answers } from '../../shared/answers';
import { textIn } from '../../shared/cells';
import { rowsOf } from '../../shared/rowsOf';
import { useAnswers } from '../../shared/useAnswers';
import { IDS_QUERIES, NO_QUERIES } from './impactQueries';

interface AffectedIds {
  /** Id by pseudonym; empty while nobody has asked. */
  readonly ids: ReadonlyMap<string, string>;
  readonly error: string | undefined;
}

/** Asks for the ids of a range once they are wanted, and forgets them when they no longer are. */
export function useAffectedIds(source: Source, range: Answers['range'], isWanted: boolean): AffectedIds {
  const answers = useAnswers(source, isWanted && range ? IDS_QUERIES : NO_QUERIES, {
    from: new Date(range?.from ?? 0).toISOString(),
    to: new Date(range?.to ?? 0).toISOString(),
  });
  return useMemo(
    () => ({
      ids: new Map(rowsOf(answers.frames('ids')).map((row) => [textIn(row, 'pseudonym'), textIn(row, 'id')])),
      error: answers.error('ids'),
    }),
    [answers]
  );
}
