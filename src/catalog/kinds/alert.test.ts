import { decimal } from '../exact/decimal';
import { DEFAULT_SETTINGS } from '../settings/defaults';
import { type Settings } from '../settings/settings';
import { platform } from '../systems/platform';
import { validation } from '../systems/validation';
import { alertAnnotations, alertLabels, checkAlert, enabledLevels, evaluationOf, type Alert } from './alert';

const links = { runbook: 'r', dashboard: 'd' };

function successRate(settings: Settings = DEFAULT_SETTINGS): Alert {
  const alert = validation(settings).alerts.find(({ name }) => name === 'ValidationSuccessRateLow');
  if (!alert) {
    throw new Error('the success rate has no alert');
  }
  return alert;
}

describe('alert', () => {
  it('says value, bound, window and minimum sample', () => {
    expect(alertAnnotations(successRate(), 'critical', links, decimal('0.58333'))).toMatchObject({
      description:
        'Success rate of finished repair chains: 58.333 % (critical: below 60 %, over 24 hours, from 5 samples on).',
      value: '58.333 %',
      condition: 'below 60 %, over 24 hours, from 5 samples on',
    });
  });

  it('names the one it is about, where several are judged apart', () => {
    const stale = platform(DEFAULT_SETTINGS).alerts.find(({ name }) => name === 'GenwatchSourceStale') as Alert;
    expect(alertAnnotations(stale, 'warning', links).description).toMatch(
      /^Age of the values, source {{ \$labels\.source }}: {{ /
    );
    expect(alertAnnotations(stale, 'warning', links, decimal('1000'), { source: 'a.b' }).description).toBe(
      'Age of the values, source a.b: 1000 s (warning: above 900 s).'
    );
  });

  it('numbers its steps', () => {
    expect(alertAnnotations(successRate(), 'critical', links).actions).toMatch(
      /^1\. Check .*\n2\. Compare .*\n3\. Verify /
    );
  });

  it('tells Grafana which panel draws it, where one does', () => {
    const panel = { dashboardUid: 'genwatch-validation', panelId: 2 };
    expect(alertAnnotations(successRate(), 'critical', { ...links, panel })).toMatchObject({
      runbook_url: 'r',
      __dashboardUid__: 'genwatch-validation',
      __panelId__: '2',
    });
    expect(Object.keys(alertAnnotations(successRate(), 'critical', links))).not.toContain('__panelId__');
  });

  it('carries added labels, but none that routing needs can be replaced by them', () => {
    const settings: Settings = {
      ...DEFAULT_SETTINGS,
      severities: { info: 'note', warning: 'ticket', critical: 'page' },
      labels: { team: 'ai' },
      alerts: { ValidationSuccessRateLow: { labels: { team: 'repair', system: 'other' } } },
    };
    expect(alertLabels('validation', successRate(settings), 'critical', settings)).toEqual({
      team: 'repair',
      severity: 'page',
      system: 'validation',
      component: 'repair',
      rule: 'validation.success_rate',
      __grafana_origin: 'plugin/genwatch-codegen-app',
    });
  });

  it('is disabled whole or by level', () => {
    const levels = (...disabled: string[]) => enabledLevels(successRate(), { ...DEFAULT_SETTINGS, disabled });
    expect(levels()).toEqual(['warning', 'critical']);
    expect(levels('ValidationSuccessRateLow.warning')).toEqual(['critical']);
    expect(levels('ValidationSuccessRateLow')).toEqual([]);
  });

  it('is evaluated at the pace of its producer, of which "for" must be a multiple', () => {
    expect(evaluationOf(successRate(), DEFAULT_SETTINGS)).toBe('1m');
    const settings: Settings = {
      ...DEFAULT_SETTINGS,
      thresholds: { 'validation.success_rate': { for: { critical: '90s' } } },
    };
    expect(checkAlert('validation', successRate(settings), settings)).toEqual([
      {
        path: ['thresholds', 'validation.success_rate', 'for', 'critical'],
        message:
          'for 90s of validation.success_rate (critical) is no multiple of the evaluation interval 1m, so it would fire late',
        remedy: 'use a multiple of 1m, or an interval that divides 90s',
      },
    ]);
  });

  it('refuses a window that its metric does not have', () => {
    const settings: Settings = { ...DEFAULT_SETTINGS, thresholds: { 'validation.success_rate': { window: '12h' } } };
    expect(checkAlert('validation', successRate(settings), settings)[0]?.message).toBe(
      'genwatch_validation_chains has no window "12h"'
    );
  });

  it('starts with the name of its system', () => {
    expect(checkAlert('validation', { ...successRate(), name: 'SuccessRateLow' }, DEFAULT_SETTINGS)).toMatchObject([
      { message: 'the name does not start with its system "validation"' },
    ]);
  });
});
