import { type IncomingMessage } from 'node:http';

import { json, type Answer } from '../answer';
import { sameSecret } from '../sameSecret';
import { limitedBody } from './limitedBody';
import { Refusal } from './refusal';
import { reviewerOf, type VerifyToken } from './reviewer';
import { reviewFailure } from './reviewFailure';
import { type Outcome, type ReviewStore } from './reviewStore';
import { testIdOf } from './testId';
import { readVerdict } from './verdict';
import { type Failure } from '../errorReason';

export interface ReviewApiOptions {
  readonly secret: string;
  readonly store: Pick<ReviewStore, 'decide' | 'check'>;
  readonly verifyToken?: VerifyToken;
  /** Told why the database did not take a verdict, without a word of anybody. */
  readonly onFailure: (failure: Failure) => void;
}

/** Answers everything below `/review`. */
export type ReviewApi = (request: IncomingMessage, path: string) => Promise<Answer>;

/** Writes nothing, and answers what a verdict would be answered: whether the secret is right and the database takes it. */
const CHECK = '/review/check';

/**
 * `POST /review/tests/<id>` writes a verdict. Nothing is told to, and nothing read of, whoever does not know the secret.
 */
export function createReviewApi(options: ReviewApiOptions): ReviewApi {
  return async (request, path) => {
    try {
      requireSecret(request, options.secret);
      return await answer(request, path, options);
    } catch (error) {
      if (!(error instanceof Refusal)) {
        throw error;
      }
      const refused = json(error.status, { message: error.message });
      return error.status === 405 ? { ...refused, headers: { allow: 'POST' } } : refused;
    }
  };
}

/** What is answered where reviews are not set up. */
export const NO_REVIEWS: Answer = json(404, {
  message:
    'Reviews are not set up at this exporter. Set GENWATCH_REVIEW_DATABASE_URL and GENWATCH_REVIEW_SECRET_FILE, and start it again.',
});

function requireSecret({ headers }: IncomingMessage, secret: string): void {
  const given = headers['x-genwatch-review-secret'];
  if (typeof given !== 'string' || !sameSecret(given, secret)) {
    throw new Refusal(
      403,
      'The secret of the reviews is missing or wrong. Give the text of the file that GENWATCH_REVIEW_SECRET_FILE names to the data source in Grafana (Review secret).'
    );
  }
}

async function answer(request: IncomingMessage, path: string, options: ReviewApiOptions): Promise<Answer> {
  const { store } = options;
  const testId = testIdOf(path);
  if (path !== CHECK && testId === undefined) {
    throw new Refusal(
      404,
      'There is nothing at this path. Send a verdict to /review/tests/<id>, where the id is a number or a UUID, without any encoding.'
    );
  }
  if (request.method !== 'POST') {
    throw new Refusal(405, 'Reviews can only be written here: use POST. They are read from the database.');
  }
  if (!/^application\/json *(;|$)/i.test(request.headers['content-type'] ?? '')) {
    throw new Refusal(415, 'The content type is not JSON. Send application/json.');
  }
  const body = await limitedBody(request);
  if (testId === undefined) {
    await stored(options, () => store.check());
    return json(200, { reviews: 'ready' });
  }
  const verdict = readVerdict(testId, body);
  const reviewer = await reviewerOf(request.headers, options.verifyToken);
  return told(await stored(options, () => store.decide(verdict, reviewer)));
}

/** Whatever the database said stays there: only what to do about it is told. */
async function stored<T>({ onFailure }: ReviewApiOptions, work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    const failure = reviewFailure(error);
    onFailure(failure);
    const code = failure.code === undefined ? '' : ` (${failure.code})`;
    throw new Refusal(
      503,
      `The database did not take it${code}. ${failure.remedy} The same request may be sent again: it is written once.`,
      { cause: error }
    );
  }
}

function told(outcome: Outcome): Answer {
  switch (outcome.kind) {
    case 'written':
      return json(200, outcome.review);
    case 'decided': {
      const { status, reviewedBy } = outcome.review;
      const by = reviewedBy === null ? '' : ` by ${reviewedBy}`;
      return json(409, {
        message: `The test is ${status} meanwhile${by}: your verdict is not written. Look at it again.`,
        ...outcome.review,
      });
    }
    case 'reused':
      throw new Refusal(409, 'requestId belongs to another verdict already. Make a new one for each verdict.');
    case 'missing':
      throw new Refusal(
        404,
        'There is no test with this id. Look at the list of tests again: it may have been removed.'
      );
  }
}
