/**
 * @jest-environment jest-fixed-jsdom
 */
import { fireEvent, screen, waitFor, within } from '@testing-library/react';

import { appUrl } from '../../app/appUrl';
import { grafanaApi } from './grafanaApi';
import { openApp } from './openApp';
import { signedInAs } from './signedInAs';
import { withoutPanels } from './withoutPanels';

const api = grafanaApi();
beforeAll(() => {
  withoutPanels();
  api.start();
});
beforeEach(() => signedInAs('Editor'));
afterEach(() => api.reset());
afterAll(() => api.stop());

const NOON = Date.parse('2026-03-01T12:00:00Z');
const REVIEW = 'review/tests/7';

const FAILURE = {
  fingerprint: 'f00d',
  error_type: 'ModelTimeout',
  category: 'ai_timeout',
  severity: 'high',
  message: 'gave up after 3000 ms',
  occurrences: 4,
  users: 2,
  projects: 1,
  first_seen: NOON,
  last_seen: NOON,
  test_id: '7',
  test_status: 'proposed',
};
const OCCURRENCE = {
  id: '1',
  failed_at: NOON,
  fingerprint: 'f00d',
  error_type: 'ModelTimeout',
  category: 'ai_timeout',
  severity: 'high',
  message: 'gave up after 3000 ms <img src=x onerror=alert(1)>',
  framework: 'React',
  user_pseudonym: 'aaaa000001',
  project_pseudonym: null,
  user_request: 'a shop',
  context: '{"step":2}',
  stack_trace: 'at plan (model.ts:1)',
};
const TEST = {
  id: '7',
  test_name: 'survives a slow model',
  error_type: 'ModelTimeout',
  state: 'proposed',
  flaky: '',
  confidence: 0,
  runs: 0,
  passed: 0,
  failed: 0,
  last_run: null,
  language: 'typescript',
  target: 'plan',
  status: 'proposed',
  reviewed_by: null,
  reviewed_at: null,
  created_at: NOON,
};
const BODY = {
  id: '7',
  test_name: 'survives a slow model',
  language: 'typescript',
  test_body: 'expect(plan).toEnd()',
  error_type: 'ModelTimeout',
  fingerprint: 'f00d',
  category: 'ai_timeout',
  severity: 'high',
  message: 'gave up after 3000 ms',
};

/** A text that only the statement of one query holds. */
const OF = {
  failures: 'AS test_status',
  occurrences: 'ORDER BY at DESC, failure.id DESC',
  tests: 'AS confidence, run_count',
  bodies: 'test_body, test.error_type',
} as const;

const world = () =>
  Object.assign(api.world, {
    tables: {
      [OF.failures]: [FAILURE],
      [OF.occurrences]: [OCCURRENCE],
      [OF.tests]: [TEST],
      [OF.bodies]: [BODY],
    },
    replies: { [REVIEW]: { status: 200, body: { id: '7', status: 'approved', reviewedBy: 'ann' } } },
  });

const follow = async (name: string | RegExp) => fireEvent.click((await screen.findAllByRole('link', { name }))[0]!);
const button = (name: string | RegExp) => screen.findByRole('button', { name });

describe('who looks into a failure', () => {
  it('goes from the list to the failure, to its test, and approves it', async () => {
    world();
    openApp(appUrl('failures'));
    await follow('ModelTimeout');

    expect(await screen.findByRole('region', { name: 'Stack trace' })).toHaveTextContent('at plan (model.ts:1)');
    expect(screen.getByRole('region', { name: 'Message' })).toHaveTextContent('<img src=x onerror=alert(1)>');
    expect(screen.getByRole('link', { name: 'aaaa000001' })).toBeInTheDocument();

    await follow('Test 7');
    expect(await screen.findByRole('region', { name: 'What survives a slow model does' })).toHaveTextContent(
      'expect(plan).toEnd()'
    );
    const approve = await button('Approve survives a slow model');
    fireEvent.click(approve);
    fireEvent.click(approve);
    expect(await screen.findByText('Your verdict stands: approved')).toBeInTheDocument();
    expect(api.sent).toEqual([
      {
        path: REVIEW,
        body: { verdict: 'approved', expected: 'proposed', requestId: expect.stringMatching(/^[0-9a-f-]{36}$/) },
      },
    ]);
  });

  it('is told that nothing failed', async () => {
    openApp(appUrl('failures'));
    expect(await screen.findByText('Nothing failed in this range')).toBeInTheDocument();
  });

  it('is told what is missing to read them', async () => {
    api.world.failures = { pg: { status: 403, message: 'You may not query this data source' } };
    openApp(appUrl('failures'));
    expect(await screen.findByText(/You may not query this data source/)).toBeInTheDocument();
    expect(screen.queryByText('Nothing failed in this range')).not.toBeInTheDocument();
  });

  it('is told what to do when nothing is configured', async () => {
    openApp(appUrl('failures'), []);
    expect(await screen.findByText('There is no Genwatch data source yet')).toBeInTheDocument();
  });

  it('can look further back when a link is older than the range', async () => {
    openApp(appUrl('failures', 'gone'));
    fireEvent.click(await button('Look at the last 90 days'));
    expect(screen.getByLabelText('address')).toHaveTextContent('/failures/gone?from=now-90d&to=now');
  });
});

describe('who finds errors without a category', () => {
  const TEMPLATE = {
    system: 'generation',
    setting: 'generation.categories',
    id: 'b66761',
    template: 'Sandbox <id> exited with code <number>',
    name: 'Sandbox Exited Code',
    category: 'unknown',
    count: 9,
    firstSeen: '2026-03-01T10:00:00.000Z',
    lastSeen: '2026-03-01T12:00:00.000Z',
    examples: ['Sandbox <id> exited with code <number>'],
  };
  const templates = () => ({
    'exporter/templates': {
      readings: [],
      templates: [
        TEMPLATE,
        { ...TEMPLATE, id: 'b66762', name: 'Sandbox Lost', category: 'ai_timeout' },
        { ...TEMPLATE, id: 'b66763', setting: 'validation.patterns', name: 'Not of the generator' },
      ],
    },
  });

  it('copies the lines of the settings that give them the proposed one', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined);
    Object.assign(navigator, { clipboard: { writeText } });
    Object.defineProperty(window, 'isSecureContext', { value: true });
    world();
    api.world.documents = templates();
    openApp(appUrl('failures'));
    const unknown = within(await screen.findByRole('region', { name: 'Unknown errors' }));
    expect(await unknown.findByText('Sandbox Exited Code')).toBeInTheDocument();
    expect(unknown.queryByText('Not of the generator')).not.toBeInTheDocument();
    expect(unknown.getByText('Its words speak for no category: choose one.')).toBeInTheDocument();
    fireEvent.click(unknown.getByRole('button', { name: /^Copy/ }));
    expect(writeText).toHaveBeenCalledWith(
      expect.stringMatching(/^generation:\n {2}categories:\n[^]*- category: ai_timeout\n {6}pattern: '.*sandbox/i)
    );
    expect(await screen.findByText('Copied')).toBeInTheDocument();
  });

  it('sees the failures where the exporter does not answer', async () => {
    world();
    openApp(appUrl('failures'));
    expect(await screen.findByRole('link', { name: 'ModelTimeout' })).toBeInTheDocument();
    const unknown = within(await screen.findByRole('region', { name: 'Unknown errors' }));
    expect(unknown.getByRole('alert')).toHaveTextContent(/the exporter .* cannot be reached/);
    expect(screen.getAllByRole('alert')).toHaveLength(1);
  });
});

describe('who reviews tests', () => {
  it('sees what waits, and rejects it with a reason only', async () => {
    world();
    openApp(appUrl('tests'));
    fireEvent.click(await button('Reject survives a slow model'));
    const reject = await button('Reject');
    expect(reject).toBeDisabled();
    fireEvent.change(screen.getByRole('textbox', { name: /^Why it is rejected/ }), { target: { value: ' no use ' } });
    api.world.tables = { ...api.world.tables, [OF.bodies]: [] };
    fireEvent.click(reject);
    expect(await screen.findByText('No test waits for review.')).toBeInTheDocument();
    expect(api.sent).toMatchObject([{ body: { verdict: 'rejected', reason: 'no use' } }]);
  });

  it('is told of the first verdict when somebody was faster', async () => {
    world();
    const decided = {
      status: 'rejected',
      reviewedBy: 'bob',
      reviewedAt: '2026-03-01T12:00:00Z',
      reason: 'tests nothing',
    };
    api.world.replies = { [REVIEW]: { status: 409, body: decided } };
    openApp(appUrl('tests', '7'));
    fireEvent.click(await button('Approve survives a slow model'));
    const alert = await screen.findByRole('alert');
    expect(alert).toHaveTextContent('bob was faster: the test is rejected.');
    expect(alert).toHaveTextContent('tests nothing');
  });

  it('can send the same verdict again after a failure, and it is the same request', async () => {
    world();
    api.world.replies = { [REVIEW]: { status: 503, body: { message: 'There is no connection to the database.' } } };
    openApp(appUrl('tests', '7'));
    fireEvent.click(await button('Approve survives a slow model'));
    expect(await screen.findByText(/There is no connection to the database\./)).toBeInTheDocument();
    world();
    fireEvent.click(await button('Approve survives a slow model'));
    expect(await screen.findByText('Your verdict stands: approved')).toBeInTheDocument();
    expect(new Set(api.sent.map(({ body }) => body['requestId'])).size).toBe(1);
    expect(api.sent).toHaveLength(2);
  });

  it('may only look as a Viewer', async () => {
    signedInAs('Viewer');
    world();
    openApp(appUrl('tests'));
    expect(await screen.findByText(/^Editors and administrators .* can approve or reject it/)).toBeInTheDocument();
    expect(screen.queryByRole('button', { name: /Approve|Reject/ })).not.toBeInTheDocument();
  });

  it('is told who may when Grafana refuses', async () => {
    world();
    api.world.replies = { [REVIEW]: { status: 403, body: { message: 'plugin proxy route access denied' } } };
    openApp(appUrl('tests', '7'));
    fireEvent.click(await button('Approve survives a slow model'));
    expect(await screen.findByText(/needs the role Editor.*plugin proxy route access denied/)).toBeInTheDocument();
  });

  it('sees the rest where reviews were never set up', async () => {
    world();
    api.world.refusals = { auto_generated_test_reviews: 'relation "auto_generated_test_reviews" does not exist' };
    openApp(appUrl('tests', '7'));
    expect(await button('Approve survives a slow model')).toBeInTheDocument();
    const history = screen.getByRole('region', { name: 'History of verdicts' });
    expect(within(history).getByRole('alert')).toHaveTextContent(/The table is not there/);
    expect(screen.getAllByRole('alert')).toHaveLength(1);
  });
});

describe('who asks whom failures hit', () => {
  const IMPACT = {
    user_pseudonym: 'aaaa000001',
    failures: 3,
    repeated: 'repeated',
    most_in_a_row: 2,
    error_types: 1,
    successes: 1,
    outcome: 'never recovered',
    failure_runs: 2,
    recovered_runs: 1,
    mean_recovery_seconds: 300,
    longest_recovery_seconds: 300,
    failing_since: NOON,
    last_failure: NOON,
  };
  const affected = () =>
    Object.assign(api.world, {
      tables: {
        'AS user_pseudonym, CAST(failures': [
          IMPACT,
          { ...IMPACT, user_pseudonym: 'bbbb000002', outcome: 'recovered', failing_since: null, repeated: '' },
        ],
        'AS pseudonym, id': [{ pseudonym: 'aaaa000001', id: 'ann@example.com' }],
      },
    });

  it('sees pseudonyms, and ids on demand as an Editor', async () => {
    affected();
    openApp(appUrl('impact'));
    const row = (await screen.findByText('aaaa000001')).closest('tr');
    expect(within(row!).getByText('never recovered')).toBeInTheDocument();
    expect(within(row!).getByText('5 minutes')).toBeInTheDocument();
    expect(api.statements.join()).not.toContain('AS pseudonym, id');
    fireEvent.click(screen.getByRole('switch', { name: 'Show ids' }));
    expect(await screen.findByText('ann@example.com')).toBeInTheDocument();
    fireEvent.click(screen.getByRole('switch', { name: 'Show ids' }));
    await waitFor(() => expect(screen.queryByText('ann@example.com')).not.toBeInTheDocument());
  });

  it('sees no way to ids as a Viewer', async () => {
    signedInAs('Viewer');
    affected();
    openApp(appUrl('impact'));
    expect(await screen.findByText('aaaa000001')).toBeInTheDocument();
    expect(screen.queryByRole('switch')).not.toBeInTheDocument();
  });

  it('narrows the list to who never recovered, in the address too', async () => {
    affected();
    openApp(appUrl('impact'));
    fireEvent.click(await screen.findByRole('radio', { name: 'Never recovered' }));
    expect(screen.queryByText('bbbb000002')).not.toBeInTheDocument();
    expect(screen.getByText('aaaa000001')).toBeInTheDocument();
    expect(screen.getByLabelText('address')).toHaveTextContent('only=never');
  });

  it('is told that nobody was hit', async () => {
    openApp(appUrl('impact'));
    expect(await screen.findByText('No generation failed for a known user in this range')).toBeInTheDocument();
  });
});
