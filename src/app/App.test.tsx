import { render, screen } from '@testing-library/react';
import React from 'react';

import pluginJson from '../plugin.json';
import { InGrafana } from '../test/InGrafana';
import { App } from './App';
import { AppErrorBoundary } from './AppErrorBoundary';
import { appUrl, PAGES } from './appUrl';
import { PageErrorBoundary } from './PageErrorBoundary';

describe('App', () => {
  it.each([appUrl('thresholds'), `/a/${pluginJson.id}`, `/a/${pluginJson.id}/no/such/page`])(
    'shows the thresholds at %s',
    async (url) => {
      render(
        <InGrafana url={url}>
          <App />
        </InGrafana>
      );
      expect(await screen.findByRole('textbox', { name: 'Search thresholds' })).toBeInTheDocument();
      expect(screen.getByLabelText('address')).toHaveTextContent(appUrl('thresholds'));
    }
  );

  it('has a page for every entry that plugin.json puts into the navigation', () => {
    const paths = pluginJson.includes
      .filter(({ type }) => type === 'page')
      .map(({ path }) => path.replace('%PLUGIN_ID%', pluginJson.id));
    expect(paths).toEqual(Object.keys(PAGES).map((page) => appUrl(page as keyof typeof PAGES)));
  });
});

describe.each([
  ['AppErrorBoundary', AppErrorBoundary, 'Genwatch could not show this page'],
  ['PageErrorBoundary', PageErrorBoundary, 'This page failed'],
])('%s', (_, Boundary, title) => {
  const Broken = (): React.ReactElement => {
    throw new Error('the catalog has no such system');
  };

  it('tells what failed and offers to reload', () => {
    // React reports every caught error on the console too.
    const report = jest.spyOn(console, 'error').mockImplementation(() => undefined);
    render(
      <InGrafana>
        <Boundary>
          <Broken />
        </Boundary>
      </InGrafana>
    );
    expect(screen.getByText(title)).toBeInTheDocument();
    expect(screen.getByText('the catalog has no such system')).toBeInTheDocument();
    expect(screen.getByRole('button', { name: 'Reload' })).toBeInTheDocument();
    report.mockRestore();
  });

  it('leaves what works alone', () => {
    render(
      <InGrafana>
        <Boundary>
          <p>all is well</p>
        </Boundary>
      </InGrafana>
    );
    expect(screen.getByText('all is well')).toBeInTheDocument();
  });
});
