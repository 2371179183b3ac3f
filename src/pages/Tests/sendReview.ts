import { getBackendSrv, type FetchError } from '@grafana/runtime';
import { lastValueFrom } from 'rxjs';

import { type Source } from '../../app/installation';
import { t } from '../../app/t';
import { stateInWords } from './TestState';

/** What a reviewer says of a test that waits. */
export interface Review {
  readonly verdict: 'approved' | 'rejected';
  /** Needed to reject. */
  readonly reason?: string;
  /** The same one says the same thing again: it is written once, however often it is sent. */
  readonly requestId: string;
}

/** Why a review was not written. */
export type Refusal =
  | { readonly kind: 'decided'; readonly status: string; readonly reviewedBy: string; readonly reason: string }
  | { readonly kind: 'failed'; readonly message: string };

/** Writes a review; answers with nothing when it stands. */
export async function sendReview({ uid }: Source, testId: string, review: Review): Promise<Refusal | undefined> {
  const answer = getBackendSrv().fetch({
    url: `/api/datasources/proxy/uid/${encodeURIComponent(uid)}/review/tests/${encodeURIComponent(testId)}`,
    method: 'POST',
    data: { ...review, expected: 'proposed' },
    showErrorAlert: false,
    showSuccessAlert: false,
  });
  try {
    await lastValueFrom(answer);
    return undefined;
  } catch (error) {
    return refusalOf(error);
  }
}

function refusalOf(error: unknown): Refusal {
  const { status, data } = Object(error) as Partial<FetchError>;
  const told = Object(data) as Readonly<Record<string, unknown>>;
  const text = (name: string) => (typeof told[name] === 'string' ? told[name] : '');
  // Without a status it is something else that happened before, such as an id that was used already.
  if (status === 409 && text('status') !== '') {
    return { kind: 'decided', status: text('status'), reviewedBy: text('reviewedBy'), reason: text('reason') };
  }
  const advice = adviceFor(status);
  const said = text('message');
  return {
    kind: 'failed',
    message: said === '' ? advice : t('tests.review.said', '{{advice}} It says: {{said}}', { advice, said }),
  };
}

/** What a person can do about it. */
function adviceFor(status: number | undefined): string {
  switch (status) {
    case 400:
    case 409:
    case 413:
      return t('tests.review.bad', 'The review was not accepted.');
    case 401:
    case 403:
      return t(
        'tests.review.forbidden',
        'You may not review tests: it needs the role Editor in Grafana, and the review secret in the settings of the Genwatch data source. Ask an administrator.'
      );
    case 404:
      return t('tests.review.gone', 'There is no such test any more. Refresh the page.');
    case 0:
    case undefined:
      return t('tests.review.offline', 'Grafana does not answer: try again, nothing is written twice.');
    default:
      return t(
        'tests.review.unreachable',
        'The review could not be written: see whether the exporter runs with a review database, and whether its address is in the settings of the Genwatch data source. Then try again, nothing is written twice.'
      );
  }
}

/** Who was faster, and with what. */
export const decidedInWords = ({ status, reviewedBy }: Extract<Refusal, { kind: 'decided' }>): string =>
  t('tests.review.decided', '{{reviewedBy}} was faster: the test is {{verdict}}.', {
    reviewedBy: reviewedBy || t('tests.review.somebody', 'Somebody'),
    verdict: stateInWords(status),
  });
