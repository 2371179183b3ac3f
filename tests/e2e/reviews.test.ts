import { type Page } from 'playwright-core';

import { deleteFaultGenerations, insertFaultGenerations } from '../../demo/faults/generation/faultGenerations';
import { AUDIO_TRACK, CHART_RENDER, PALETTE } from '../../demo/faults/generation/faultKinds';
import { type FailureKind } from '../../demo/simulator/generation/plan/errorKind';
import { arrived, journey } from './harness/journey';
import { stack } from './harness/stack';

const FAILURES = '/a/genwatch-codegen-app/failures';
const TESTS = '/a/genwatch-codegen-app/tests';
const FAULT = 'reviews';
const STRIKES = 3;

const fail = (kind: FailureKind, times: number) =>
  stack.database((client) => insertFaultGenerations(client, FAULT, Array<FailureKind>(times).fill(kind)));

/** The test that came of an error; nothing while there is none. */
const storedTest = async (kind: FailureKind) =>
  (
    await stack.database((client) =>
      client.query<{ id: string; status: string; reviewed_by: string | null }>(
        'SELECT id, status, reviewed_by FROM auto_generated_tests WHERE error_type = $1',
        [kind.type]
      )
    )
  ).rows[0];

const failure = (page: Page, kind: FailureKind) => page.getByRole('row').filter({ hasText: kind.type });
/** What waits for a reviewer. */
const waiting = (page: Page, kind: FailureKind) =>
  page
    .getByRole('listitem')
    .filter({ hasText: kind.type })
    .filter({ has: page.getByRole('heading', { level: 3 }) });

async function opened(page: Page, place: string): Promise<void> {
  await page.goto(place);
  await arrived(page);
}

describe('the review of a test', () => {
  afterAll(() => stack.database((client) => deleteFaultGenerations(client, FAULT)));

  journey('is of a failure that came a third time, and stands after a restart', async ({ open, expectErrors }) => {
    // While the exporter is stopped.
    expectErrors(/status of 50\d/);
    const page = await open(FAILURES);
    await fail(CHART_RENDER, STRIKES - 1);
    await opened(page, FAILURES);
    expect(await failure(page, CHART_RENDER).count()).toBe(1);
    expect(await storedTest(CHART_RENDER)).toBeUndefined();

    await fail(CHART_RENDER, 1);
    await opened(page, TESTS);
    const test = waiting(page, CHART_RENDER);
    await test.getByRole('link', { name: 'The failure' }).waitFor();

    await stack.stop('exporter');
    await test.getByRole('button', { name: /^Approve/ }).click();
    await test.getByText('Your verdict was not written').waitFor();
    expect(await storedTest(CHART_RENDER)).toMatchObject({ status: 'proposed', reviewed_by: null });
    await stack.start('exporter');
    await test.getByRole('button', { name: /^Approve/ }).click();
    await test.waitFor({ state: 'detached' });
    const { id = '' } = (await storedTest(CHART_RENDER)) ?? {};

    await stack.stop('exporter');
    await stack.start('exporter');
    await opened(page, `${TESTS}/${id}`);
    await page.getByText('by preview').waitFor();
    expect(await page.getByRole('button', { name: /^Approve/ }).count()).toBe(0);
    expect(await storedTest(CHART_RENDER)).toMatchObject({ status: 'approved', reviewed_by: 'preview' });
  });

  journey('of two people is that of the faster one', async ({ open, expectErrors }) => {
    expectErrors(/status of 409/);
    await fail(PALETTE, STRIKES);
    const [slow, fast] = [await open(TESTS), await open(TESTS)];
    await waiting(slow, PALETTE)
      .getByRole('button', { name: /^Reject/ })
      .click();
    await waiting(slow, PALETTE).getByLabel('Why it is rejected').fill('I was late');

    await waiting(fast, PALETTE)
      .getByRole('button', { name: /^Approve/ })
      .click();
    await waiting(fast, PALETTE).waitFor({ state: 'detached' });

    await waiting(slow, PALETTE).getByRole('button', { name: 'Reject', exact: true }).click();
    await slow.getByText('preview was faster: the test is approved.').waitFor();
    await slow.getByRole('button', { name: 'Refresh', exact: true }).last().click();
    await waiting(slow, PALETTE).waitFor({ state: 'detached' });
    expect(await storedTest(PALETTE)).toMatchObject({ status: 'approved' });
  });

  journey('is nothing that a Viewer can write', async ({ open, expectErrors }) => {
    expectErrors(/status of 403/);
    await fail(AUDIO_TRACK, STRIKES);
    const page = await open(TESTS, { role: 'viewer' });
    const test = waiting(page, AUDIO_TRACK);
    await test.getByText('Editors and administrators of this organization can approve or reject it.').waitFor();
    expect(await page.getByRole('button', { name: /^(Approve|Reject)/ }).count()).toBe(0);

    // Nor by hand, whatever the way.
    const { id } = (await storedTest(AUDIO_TRACK)) ?? {};
    const answers = await page.evaluate(
      (paths) =>
        Promise.all(
          paths.map(async (path) => {
            const response = await fetch(`/api/datasources/proxy/uid/genwatch/${path}`, {
              method: 'POST',
              headers: { 'content-type': 'application/json' },
              body: JSON.stringify({ verdict: 'approved', expected: 'proposed', requestId: crypto.randomUUID() }),
            });
            return [response.status, await response.text()];
          })
        ),
      [`review/tests/${id}`, `review%2ftests%2f${id}`]
    );
    answers.forEach((answer) => expect(answer).toEqual([403, expect.stringContaining('access denied')]));
    expect(await storedTest(AUDIO_TRACK)).toMatchObject({ status: 'proposed', reviewed_by: null });

    await page.getByLabel('Role').click();
    await page.getByRole('option', { name: 'Editor' }).click();
    await waiting(page, AUDIO_TRACK)
      .getByRole('button', { name: /^Approve/ })
      .click();
    await waiting(page, AUDIO_TRACK).waitFor({ state: 'detached' });
    expect(await storedTest(AUDIO_TRACK)).toMatchObject({ status: 'approved', reviewed_by: 'preview' });
  });
});
