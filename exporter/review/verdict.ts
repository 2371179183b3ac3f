import { z } from 'zod';

import { Refusal } from './refusal';

/** A reason longer than this is cut. */
const REASON_CHARACTERS = 2_000;

/** What a reviewer decides about a test. */
export interface Verdict {
  readonly testId: string;
  readonly verdict: 'approved' | 'rejected';
  /** Given in any case when the test is rejected. */
  readonly reason?: string;
  /** The status that the reviewer saw: with any other the verdict is not written. */
  readonly expected: 'proposed' | 'approved';
  /** Made by the sender; the same request sent again is answered as before, and written once. */
  readonly requestId: string;
}

const body = z
  .strictObject({
    verdict: z.enum(['approved', 'rejected'], { error: 'verdict is none. Send "approved" or "rejected"' }),
    reason: z.string({ error: 'reason is no text. Send one, or leave it out when you approve' }).optional(),
    expected: z.enum(['proposed', 'approved'], {
      error:
        'expected is not the status of a test that can be reviewed. Send the one that the reviewer saw, "proposed" or "approved"; a rejected test stays rejected',
    }),
    requestId: z.uuid({
      error: 'requestId is no UUID. Make a new one for each verdict, and send the same again only to repeat it',
    }),
  })
  .transform(({ reason, ...rest }) => ({ ...rest, reason: reason && cleanReason(reason) }));

/**
 * The verdict of a request.
 * @throws Refusal with everything that is wrong
 */
export function readVerdict(testId: string, text: string): Verdict {
  const { data, error } = body.safeParse(parsed(text));
  if (error) {
    throw new Refusal(400, error.issues.map((issue) => `${told(issue)}.`).join(' '));
  }
  const { reason, ...verdict } = data;
  if (verdict.verdict === verdict.expected) {
    throw new Refusal(
      400,
      'The test is approved already, by what expected says. Send "rejected", or leave it as it is.'
    );
  }
  if (verdict.verdict === 'rejected' && !reason) {
    throw new Refusal(400, 'reason is missing. Say why the test is rejected: the next reviewer wants to know.');
  }
  return { testId, ...verdict, ...(reason && { reason }) };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new Refusal(
      400,
      'The body is no JSON. Send an object with verdict, expected, requestId, and reason to reject.',
      {
        cause,
      }
    );
  }
}

/** Our own words for every issue: those of the library repeat what was sent. */
function told({ code, path, message }: z.core.$ZodIssue): string {
  if (code === 'unrecognized_keys') {
    return 'The body has a field that is not known. Send verdict, reason, expected and requestId only';
  }
  return path.length === 0
    ? 'The body is no object. Send one with verdict, expected, requestId, and reason to reject'
    : message;
}

/** A reason as it is kept: no invisible characters but line ends, nothing around it, and not too long. */
const cleanReason = (reason: string): string =>
  [
    ...reason
      .replace(/\r\n?/g, '\n')
      .replace(/[^\P{C}\n\t]/gu, '')
      .trim(),
  ]
    .slice(0, REASON_CHARACTERS)
    .join('')
    .trim();
