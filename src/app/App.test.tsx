import { render, screen } from '@testing-library/react';
import React from 'react';

import pluginJson from '../plugin.json';
import { InGrafana } from '../test/InGrafana';
import { App } from './App';
import { AppErrorBoundary } from './AppErrorBoundary';
import { appUrl, PAGES } from './appUrl';
import { PageErrorBoundary } from './PageErrorBoundary';

describe('App', () => {
  it.each([appUrl('overview'), `/a/${pluginJson.id}`, `/a/${pluginJson.id}/no/such/page`])(
    'shows the overview at %s, which says what to do without a data source',
    async (url) => {
      render(
        <InGrafana url={url}>
          <App />
        </InGrafana>
      );
      expect(await screen.findByText('There is no Genwatch data source yet')).toBeInTheDocument();
      expect(screen.getByRole('link', { name: 'Add the data source' })).toHaveAttribute(
        'href',
        expect.stringContaining('genwatch-codegen-datasource')
      );
      expect(screen.getByLabelText('address')).toHaveTextContent(appUrl('overview'));
    }
  );

  it('has a page for every entry that plugin.json puts into the navigation', () => {
    const paths = pluginJson.includes
      .filter(({ type }) => type === 'page')
      .map(({ path }) => path.replace('%PLUGIN_ID%', pluginJson.id));
    expect(paths.filter((path) => !PAGES.some((page) => path === appUrl(page)))).toEqual([]);
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
