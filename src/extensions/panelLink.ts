import {
  PluginExtensionPoints,
  type PluginExtensionAddedLinkConfig,
  type PluginExtensionPanelContext,
} from '@grafana/data';

import { appUrl } from '../app/appUrl';

/** Tags of every dashboard of Genwatch: its own name, then the system. */
const OWN_TAG = 'genwatch';

/** From a panel of a Genwatch dashboard to the page of its system, over the same range. */
export const panelLink: PluginExtensionAddedLinkConfig<PluginExtensionPanelContext> = {
  targets: PluginExtensionPoints.DashboardPanelMenu,
  title: 'Open in Genwatch',
  description: 'Alerts, thresholds and runbooks of the system that this panel is about',
  icon: 'monitor',
  // Grafana refuses a link without one, even if it is configured for each panel.
  path: appUrl('overview'),
  configure: (context) => {
    const [own, system] = context?.dashboard.tags ?? [];
    if (!context || own !== OWN_TAG || !system) {
      return undefined;
    }
    const { from, to } = context.timeRange;
    const range = new URLSearchParams({ from: String(from.valueOf()), to: String(to.valueOf()) });
    return { path: `${appUrl('systems', system)}?${range}` };
  },
};
