import { Refusal } from './refusal';
import { readVerdict } from './verdict';

const REQUEST = '0b8f9c2e-1d3a-4f5b-8c7d-9e0f1a2b3c4d';
const approval = { verdict: 'approved', expected: 'proposed', requestId: REQUEST };
const read = (body: unknown) => readVerdict('7', JSON.stringify(body));

function refusal(text: string): { readonly status: number; readonly message: string } | undefined {
  try {
    readVerdict('7', text);
    return undefined;
  } catch (error) {
    if (error instanceof Refusal) {
      return { status: error.status, message: error.message };
    }
    throw error;
  }
}

describe('a verdict', () => {
  it('approves a test without a reason, or with one', () => {
    expect(read(approval)).toEqual({ testId: '7', ...approval });
    expect(read({ ...approval, reason: ' fits ' })).toEqual({ testId: '7', ...approval, reason: 'fits' });
    expect(read({ ...approval, reason: ' \u0000\n' })).toEqual({ testId: '7', ...approval });
  });

  it('rejects a test, also one that was approved', () => {
    const rejection = { verdict: 'rejected', expected: 'approved', requestId: REQUEST, reason: 'passes always' };
    expect(read(rejection)).toEqual({ testId: '7', ...rejection });
  });

  it('keeps 2 000 characters of a reason, whole ones, and no invisible ones', () => {
    const { reason } = read({ ...approval, reason: `a\u202Eb\u0007c\r\nd\te${'😀'.repeat(3_000)}` });
    expect(reason?.startsWith('abc\nd\te😀')).toBe(true);
    expect([...(reason ?? '')]).toHaveLength(2_000);
    expect(reason?.endsWith('😀')).toBe(true);
  });

  it.each<[string, string, string]>([
    [
      'no JSON',
      '{"verdict":',
      'The body is no JSON. Send an object with verdict, expected, requestId, and reason to reject.',
    ],
    ['nothing', '', 'The body is no JSON. Send an object with verdict, expected, requestId, and reason to reject.'],
    ['a list', '[1]', 'The body is no object. Send one with verdict, expected, requestId, and reason to reject.'],
    ['null', 'null', 'The body is no object. Send one with verdict, expected, requestId, and reason to reject.'],
    [
      'an unknown verdict',
      JSON.stringify({ ...approval, verdict: 'maybe' }),
      'verdict is none. Send "approved" or "rejected".',
    ],
    [
      'an unknown field',
      JSON.stringify({ ...approval, reviewedBy: 'ann@example.org' }),
      'The body has a field that is not known. Send verdict, reason, expected and requestId only.',
    ],
    [
      'a rejection without a reason',
      JSON.stringify({ ...approval, verdict: 'rejected' }),
      'reason is missing. Say why the test is rejected: the next reviewer wants to know.',
    ],
    [
      'a rejection with nothing to read as its reason',
      JSON.stringify({ ...approval, verdict: 'rejected', reason: ' \u200B ' }),
      'reason is missing. Say why the test is rejected: the next reviewer wants to know.',
    ],
    [
      'a reason that is no text',
      JSON.stringify({ ...approval, reason: { a: 1 } }),
      'reason is no text. Send one, or leave it out when you approve.',
    ],
    [
      'a request without a usable id',
      JSON.stringify({ ...approval, requestId: '1' }),
      'requestId is no UUID. Make a new one for each verdict, and send the same again only to repeat it.',
    ],
    [
      'an expected status after which nothing comes',
      JSON.stringify({ ...approval, expected: 'rejected' }),
      'expected is not the status of a test that can be reviewed. Send the one that the reviewer saw, "proposed" or "approved"; a rejected test stays rejected.',
    ],
    [
      'an approval of what is approved',
      JSON.stringify({ ...approval, expected: 'approved' }),
      'The test is approved already, by what expected says. Send "rejected", or leave it as it is.',
    ],
  ])('is refused with %s', (_, text, message) => {
    expect(refusal(text)).toEqual({ status: 400, message });
  });

  it('is told everything that is wrong at once, and no word of what was sent', () => {
    const told = refusal(JSON.stringify({ verdict: 'ann@example.org', 'ann@example.org': 1 }))?.message ?? '';
    expect(told.match(/\bis none\b|\bis not the status\b|\bis no UUID\b|\bnot known\b/g)).toHaveLength(4);
    expect(told).not.toContain('ann@');
  });
});
