import { locationUtil, type PanelMenuItem } from '@grafana/data';
import { type Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { config, hasPermission } from '@grafana/runtime';
import { getExploreURL, sceneGraph, VizPanel, VizPanelMenu } from '@grafana/scenes';

import { t } from '../../app/t';
import { findAddToDashboard } from './AddToDashboard';

/** What can be done with a panel: see its queries in Explore, take it into a dashboard, read the runbook of what it judges. */
export const panelMenu = (panel: Panel): VizPanelMenu =>
  new VizPanelMenu({ $behaviors: [(menu: VizPanelMenu) => void fill(menu, panel)] });

async function fill(menu: VizPanelMenu, panel: Panel): Promise<void> {
  const known = [...addToDashboard(menu, panel), ...runbooks(panel)];
  menu.setItems(known);
  menu.setItems([...(await explore(menu)), ...known]);
}

async function explore(menu: VizPanelMenu): Promise<PanelMenuItem[]> {
  const viz = sceneGraph.getAncestor(menu, VizPanel);
  const { data } = sceneGraph.getData(viz).state;
  if (!data || !config.exploreEnabled || !hasPermission('datasources:explore')) {
    return [];
  }
  const { from, to } = sceneGraph.getTimeRange(viz).state;
  const url = await getExploreURL(data, viz, { from, to });
  return url
    ? [{ text: t('panel.explore', 'Open in Explore'), iconClassName: 'compass', href: locationUtil.assureBaseUrl(url) }]
    : [];
}

function addToDashboard(menu: VizPanelMenu, panel: Panel): PanelMenuItem[] {
  const form = findAddToDashboard(menu);
  const mayWrite = hasPermission('dashboards:create') || hasPermission('dashboards:write');
  return form?.state.isOffered && mayWrite
    ? [
        {
          text: t('panel.add-to-dashboard', 'Add to dashboard'),
          iconClassName: 'panel-add',
          onClick: () => form.open(panel, sceneGraph.getAncestor(menu, VizPanel)),
        },
      ]
    : [];
}

const runbooks = ({ links = [] }: Panel): PanelMenuItem[] =>
  links.map(({ title, url = '' }) => ({ text: title, href: url, target: '_blank', iconClassName: 'book' }));
