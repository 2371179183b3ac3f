import { useRef, useState } from 'react';

import { type Source } from '../../app/installation';
import { randomId } from './randomId';
import { sendReview, type Refusal, type Review } from './sendReview';

type Verdict = Pick<Review, 'verdict' | 'reason'>;

/** How far the review of a test has come. */
interface ReviewState {
  readonly isSending: boolean;
  readonly written: Verdict['verdict'] | undefined;
  readonly refusal: Refusal | undefined;
  readonly send: (verdict: Verdict) => void;
}

/** Sends one review at a time; what is sent again after a failure has the same id, so that it is written once. */
export function useReview(
  source: Source,
  testId: string,
  onWritten: (verdict: Verdict['verdict']) => void
): ReviewState {
  const [isSending, setIsSending] = useState(false);
  const [written, setWritten] = useState<Verdict['verdict']>();
  const [refusal, setRefusal] = useState<Refusal>();
  const underWay = useRef(false);
  const last = useRef<{ readonly key: string; readonly requestId: string }>();

  const send = (verdict: Verdict): void => {
    // A second click comes before the button is disabled.
    if (underWay.current) {
      return;
    }
    underWay.current = true;
    setIsSending(true);
    const key = JSON.stringify([testId, verdict]);
    const requestId = last.current?.key === key ? last.current.requestId : randomId();
    last.current = { key, requestId };
    void sendReview(source, testId, { ...verdict, requestId }).then((refused) => {
      underWay.current = false;
      setIsSending(false);
      setRefusal(refused);
      if (!refused) {
        setWritten(verdict.verdict);
        onWritten(verdict.verdict);
      }
    });
  };
  return { isSending, written, refusal, send };
}
