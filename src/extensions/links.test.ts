import { dateTime, type PluginExtensionPanelContext } from '@grafana/data';

import pluginJson from '../plugin.json';
import { commandLinks } from './commandLinks';
import { panelLink } from './panelLink';
import { ruleLink } from './ruleLink';

const panelOf = (tags: string[]) =>
  ({
    dashboard: { uid: 'a', title: 'A', tags },
    timeRange: { from: dateTime('2026-03-01T00:00:00Z'), to: 'now' },
  }) as PluginExtensionPanelContext;

describe('the links into Genwatch', () => {
  it('are announced in plugin.json, without which Grafana refuses them', () => {
    const announced = pluginJson.extensions.addedLinks;
    expect(
      [panelLink, ruleLink, ...commandLinks].map(({ targets, title, description }) => ({
        targets: [targets],
        title,
        description,
      }))
    ).toEqual(announced);
  });

  it('have a path from the start, without which Grafana refuses them', () => {
    expect([panelLink, ruleLink, ...commandLinks].filter(({ path }) => !path)).toEqual([]);
  });

  it('lead from a panel of our dashboards to its system, over the same range', () => {
    expect(panelLink.configure?.(panelOf(['genwatch', 'validation']))).toEqual({
      path: `/a/${pluginJson.id}/systems/validation?from=1772323200000&to=now`,
    });
  });

  it.each([[[]], [['genwatch']], [['mine', 'validation']]])(
    'stay away from a panel of a dashboard tagged %j',
    (tags) => {
      expect(panelLink.configure?.(panelOf(tags))).toBeUndefined();
    }
  );

  it('lead from a rule to its alert', () => {
    expect(ruleLink.configure?.({ name: 'ValidationAttemptLimit' })).toEqual({
      path: `/a/${pluginJson.id}/alerts/ValidationAttemptLimit`,
    });
  });
});
