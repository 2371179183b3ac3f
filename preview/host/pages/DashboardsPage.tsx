import { PluginPage } from '@grafana/runtime';
import { TextLink } from '@grafana/ui';
import React from 'react';

import { type BootSettings } from '../../server/settings/bootSettings';

/** The bundled dashboards. */
export const DashboardsPage = ({ dashboards }: Pick<BootSettings, 'dashboards'>) => (
  <PluginPage pageNav={{ text: 'Dashboards' }}>
    <ul style={{ listStyle: 'none' }}>
      {dashboards.map(({ uid, title }) => (
        <li key={uid}>
          <TextLink href={`/d/${uid}`}>{title}</TextLink>
        </li>
      ))}
    </ul>
  </PluginPage>
);
