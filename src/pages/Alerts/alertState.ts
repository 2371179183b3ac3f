import { enabledLevels, type Alert } from '../../catalog/kinds/alert';
import { type Settings } from '../../catalog/settings/settings';
import { type AlertAnswers } from './alertAnswers';

/**
 * How an alert of the catalog does now: each state of what it tells of, `ok` when it tells of nothing, `disabled` when the
 * settings keep it from firing, and nothing at all while that is not known.
 */
export function alertStates(alert: Alert, settings: Settings, { firing, pending, heartbeat }: AlertAnswers): string[] {
  if (alert.shape.kind === 'heartbeat') {
    return heartbeat ? [HEARTBEAT_STATES[heartbeat.state]] : [];
  }
  const told = [...(firing ?? []), ...(pending ?? [])].filter(({ name }) => name === alert.name);
  if (told.length > 0) {
    return [...new Set(told.flatMap(({ states }) => states))];
  }
  if (enabledLevels(alert, settings).length === 0) {
    return ['disabled'];
  }
  return firing && pending ? ['ok'] : [];
}

/** It fires when all is well. */
const HEARTBEAT_STATES = { alive: 'ok', silent: 'silent', disabled: 'disabled' } as const;
