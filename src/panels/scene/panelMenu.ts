import { type PanelMenuItem } from '@grafana/data';
import { type Panel } from '@grafana/grafana-foundation-sdk/dashboard';
import { VizPanelMenu } from '@grafana/scenes';

/** What can be done with a panel: read the runbook of what it judges. */
export const panelMenu = ({ links = [] }: Panel): VizPanelMenu =>
  new VizPanelMenu({
    items: links.map(({ title, url }): PanelMenuItem => ({
      text: title,
      href: url ?? '',
      target: '_blank',
      iconClassName: 'book',
    })),
  });
