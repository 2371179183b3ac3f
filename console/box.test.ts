import { stripVTControlCharacters } from 'node:util';
import { DEFAULT_SETTINGS } from '../src/catalog/settings/defaults';
import { renderBox } from './box';
import { aNotification } from './notification.fixture';

const { severities } = DEFAULT_SETTINGS;
const plain = { colour: false, severities };
const coloured = { colour: true, severities };
const RED = '\u001b[31m';
const YELLOW = '\u001b[33m';
const BLUE = '\u001b[34m';
const GREEN = '\u001b[32m';
const RULE = '='.repeat(60);

const withSeverity = (severity: string) => aNotification({ severity });

describe('renderBox', () => {
  it('tells a critical alert completely, line by line', () => {
    expect(renderBox(aNotification(), plain).split('\n')).toEqual([
      '🚨 GENWATCH ALERT [CRITICAL]',
      RULE,
      'Title: Too few repairs succeed',
      'Component: repair',
      'Message: Success rate is 42.1 % (critical: below 60 %, over 24 hours).',
      'Time: 2025-01-13T15:30:45Z',
      '',
      'Recommended Actions:',
      '  1. Look at the patterns',
      '  2. Consider a rollback',
      '',
      'Details: {"value":"42.1 %","condition":"below 60 %, over 24 hours","labels":{"alertname":"ValidationSuccessRateLow","system":"validation","rule":"validation.success_rate"}}',
      'Runbook: http://127.0.0.1:9465/runbooks/ValidationSuccessRateLow.md',
      'Dashboard: http://127.0.0.1:3000/d/genwatch-validation?viewPanel=panel-2',
      RULE,
    ]);
  });

  it('says that an alert is resolved, when, and how long it lasted, and recommends nothing any more', () => {
    const box = renderBox(aNotification({ status: 'resolved', endsAt: '2025-01-13T17:35:50.900Z' }), plain);
    expect(box.split('\n')).toEqual([
      '✅ GENWATCH ALERT [RESOLVED]',
      RULE,
      'Title: Too few repairs succeed',
      'Component: repair',
      'Message: No longer firing. Last seen: Success rate is 42.1 % (critical: below 60 %, over 24 hours).',
      'Time: 2025-01-13T17:35:50Z',
      'Lasted: 2 hours 5 minutes, since 2025-01-13T15:30:45Z, as critical',
      '',
      expect.stringContaining('Details: {"value":"42.1 %"'),
      'Runbook: http://127.0.0.1:9465/runbooks/ValidationSuccessRateLow.md',
      'Dashboard: http://127.0.0.1:3000/d/genwatch-validation?viewPanel=panel-2',
      RULE,
    ]);
  });

  it.each([
    ['critical', '🚨 GENWATCH ALERT [CRITICAL]', RED],
    ['warning', '⚠️ GENWATCH ALERT [WARNING]', YELLOW],
    ['info', 'ℹ️ GENWATCH ALERT [INFO]', BLUE],
    ['of another world', '🔔 GENWATCH ALERT [OF ANOTHER WORLD]', YELLOW],
  ])('marks the severity %s by word, emoji and colour', (severity, headline, colour) => {
    const [first = '', second] = renderBox(withSeverity(severity), coloured).split('\n');
    expect(stripVTControlCharacters(first)).toBe(headline);
    expect(first).toContain(colour);
    expect(second).toBe(`${colour}${RULE}\u001b[39m`);
  });

  it('is green when resolved, whatever the severity was', () => {
    const box = renderBox(aNotification({ status: 'resolved', endsAt: '2025-01-13T15:31:00Z' }), coloured);
    expect(box).toContain(GREEN);
    expect(box).not.toContain(RED);
  });

  it('differs by nothing but colour from the box without', () => {
    expect(stripVTControlCharacters(renderBox(aNotification(), coloured))).toBe(renderBox(aNotification(), plain));
  });

  it('knows a renamed severity by the settings', () => {
    const renamed = { ...severities, critical: 'page' };
    expect(renderBox(withSeverity('page'), { colour: true, severities: renamed })).toContain(`${RED}${RULE}`);
  });

  it('writes the time in UTC wherever Alertmanager runs', () => {
    const box = renderBox(aNotification({ startsAt: '2025-01-13T16:30:45.5+01:00' }), plain);
    expect(box).toContain('Time: 2025-01-13T15:30:45Z');
  });

  it('numbers steps that came without numbers and skips empty lines', () => {
    const box = renderBox(aNotification({ annotations: { actions: 'Look\n\n7) Think\n' } }), plain);
    expect(box).toContain('Recommended Actions:\n  1. Look\n  2. Think\n\nDetails');
  });

  it('makes do with the name of an alert that has no annotations', () => {
    const box = renderBox(aNotification({ annotations: {} }), plain);
    expect(box).toContain('Title: ValidationSuccessRateLow\n');
    expect(box).not.toMatch(/undefined|Recommended|Runbook|Dashboard|"value"/);
  });

  it('keeps long lines whole', () => {
    const long = 'word '.repeat(200).trim();
    expect(renderBox(aNotification({ annotations: { description: long } }), plain)).toContain(`Message: ${long}\n`);
  });

  it('lets no text move the cursor, forge a line or turn the writing round', () => {
    const hostile =
      'a\u001b[2J\u001b[1;1H\u001b]0;title\u0007b\r\nRunbook: http://evil\u0085\u009b31m\u202ec\u2028d\u0000\u0008\u007f';
    const hostileTexts = ['summary', 'description', 'value', 'condition', 'actions', 'runbook_url', 'dashboard_url'];
    const box = renderBox(
      aNotification({
        severity: hostile,
        component: hostile,
        labels: { x: hostile, [hostile]: 'x' },
        annotations: Object.fromEntries(hostileTexts.map((name) => [name, hostile])),
      }),
      plain
    );
    expect(box.replaceAll('\n', '')).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e]/u);
    expect(box.split('\n').filter((line) => line.startsWith('Runbook:'))).toHaveLength(1);
    expect(box).not.toContain('[2J');
  });
});
