import { PluginExtensionPoints, type PluginExtensionAddedLinkConfig } from '@grafana/data';

import { appUrl, type Page } from '../app/appUrl';

const command = (page: Page, title: string, description: string): PluginExtensionAddedLinkConfig => ({
  targets: PluginExtensionPoints.CommandPalette,
  title,
  description,
  path: appUrl(page),
  category: 'Genwatch',
});

/** The pages, for whoever looks for them in the command palette. */
export const commandLinks: readonly PluginExtensionAddedLinkConfig[] = [
  command('overview', 'Genwatch: overview', 'How every system does'),
  command('alerts', 'Genwatch: alerts', 'What fires, since when, and what to do about it'),
  command('failures', 'Genwatch: failures', 'What the generator fails of, how often, and for whom'),
  command('tests', 'Genwatch: tests', 'Tests that repeated failures left behind, and those that wait for a review'),
  command('impact', 'Genwatch: user impact', 'Whose generations failed, and whether they recovered'),
  command('thresholds', 'Genwatch: thresholds', 'When each number is bad, and how far away that is'),
  command('runbooks', 'Genwatch: runbooks and checklists', 'What each alert means and how to mend it'),
];
