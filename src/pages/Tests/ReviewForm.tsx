import { AppEvents } from '@grafana/data';
import { getAppEvents } from '@grafana/runtime';
import { Alert, Button, Field, Stack, Text, TextArea } from '@grafana/ui';
import React, { useId, useState } from 'react';

import { type Source } from '../../app/installation';
import { t } from '../../app/t';
import { userIsEditor } from '../../shared/userIsEditor';
import { decidedInWords } from './sendReview';
import { stateInWords } from './TestState';
import { useReview } from './useReview';

interface Props {
  readonly source: Source;
  readonly test: { readonly id: string; readonly name: string };
  /** Asks again: a verdict stands. */
  readonly onSettled: () => void;
}

/** Approve, or reject with a reason; for who may only look, says who may review. */
export function ReviewForm({ source, test, onSettled }: Props) {
  const { isSending, written, refusal, send } = useReview(source, test.id, (verdict) => {
    // The test may be gone from the list before anybody has read it there.
    getAppEvents().publish({
      type: AppEvents.alertSuccess.name,
      payload: [t('tests.review.done', '{{name}}: {{verdict}}', { name: test.name, verdict: stateInWords(verdict) })],
    });
    onSettled();
  });
  const [isRejecting, setIsRejecting] = useState(false);
  const [reason, setReason] = useState('');
  const reasonId = useId();
  if (!userIsEditor()) {
    return (
      <Text color="secondary" variant="bodySmall">
        {t('tests.review.viewer', 'Editors and administrators of this organization can approve or reject it.')}
      </Text>
    );
  }
  if (written) {
    return (
      <Text color="success">
        {t('tests.review.written', 'Your verdict stands: {{verdict}}', { verdict: stateInWords(written) })}
      </Text>
    );
  }
  if (refusal?.kind === 'decided') {
    return (
      <Alert
        severity="warning"
        title={decidedInWords(refusal)}
        buttonContent={t('tests.review.refresh', 'Refresh')}
        onRemove={onSettled}
      >
        {refusal.reason !== '' && <p>{refusal.reason}</p>}
        {t('tests.review.decided-advice', 'Your verdict was not written: the first one stands.')}
      </Alert>
    );
  }
  return (
    <Stack direction="column" gap={1}>
      {refusal && (
        <Alert severity="error" title={t('tests.review.failed', 'Your verdict was not written')}>
          {refusal.message}
        </Alert>
      )}
      {isRejecting && (
        <Field
          label={t('tests.review.reason', 'Why it is rejected')}
          description={t('tests.review.reason-about', 'It stands in the history, with your name')}
          htmlFor={reasonId}
          noMargin
        >
          <TextArea
            id={reasonId}
            rows={2}
            autoFocus
            value={reason}
            onChange={({ currentTarget: { value } }) => setReason(value)}
          />
        </Field>
      )}
      <Stack direction="row" gap={1} wrap="wrap">
        {isRejecting ? (
          <>
            <Button
              variant="destructive"
              icon="times"
              disabled={isSending || reason.trim() === ''}
              onClick={() => send({ verdict: 'rejected', reason: reason.trim() })}
            >
              {t('tests.review.reject-now', 'Reject')}
            </Button>
            <Button variant="secondary" disabled={isSending} onClick={() => setIsRejecting(false)}>
              {t('tests.review.cancel', 'Cancel')}
            </Button>
          </>
        ) : (
          <>
            <Button
              icon="check"
              disabled={isSending}
              aria-label={t('tests.review.approve-label', 'Approve {{name}}', { name: test.name })}
              onClick={() => send({ verdict: 'approved' })}
            >
              {t('tests.review.approve', 'Approve')}
            </Button>
            <Button
              variant="secondary"
              icon="times"
              disabled={isSending}
              aria-label={t('tests.review.reject-label', 'Reject {{name}}', { name: test.name })}
              onClick={() => setIsRejecting(true)}
            >
              {t('tests.review.reject', 'Reject…')}
            </Button>
          </>
        )}
      </Stack>
    </Stack>
  );
}
