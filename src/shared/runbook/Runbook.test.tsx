import { config } from '@grafana/runtime';
import { fireEvent, render, screen } from '@testing-library/react';
import React from 'react';

import { appUrl } from '../../app/appUrl';
import { type Source } from '../../app/installation';
import { buildCatalog } from '../../catalog/catalog';
import { DEFAULT_SETTINGS } from '../../catalog/settings/defaults';
import { SYSTEMS } from '../../catalog/systems';
import { InGrafana } from '../../test/InGrafana';
import { Runbook } from './Runbook';

const SOURCE: Source = {
  uid: 'genwatch',
  name: 'Genwatch data',
  options: { postgresUid: 'pg', prometheusUid: 'prom' },
};
const INSTALLATION = { catalog: buildCatalog(SYSTEMS, DEFAULT_SETTINGS), source: SOURCE };
const URL_OF_RUNBOOK = 'public/plugins/genwatch-codegen-app/runbooks/ValidationHeapHigh.md?_cache=';

interface Served {
  readonly status?: number;
  readonly type?: string;
}

/** What a server answers to the address of the runbook; nothing else is there. */
function serve(body: string, { status = 200, type = 'text/markdown' }: Served = {}) {
  global.fetch = (url) =>
    Promise.resolve({
      ok: String(url) === URL_OF_RUNBOOK && status === 200,
      status: String(url) === URL_OF_RUNBOOK ? status : 404,
      statusText: 'as told',
      headers: { get: () => type },
      text: () => Promise.resolve(body),
    } as unknown as Response);
}

const show = () =>
  render(
    <InGrafana url={appUrl('alerts')}>
      <Runbook name="ValidationHeapHigh" installation={INSTALLATION} />
    </InGrafana>
  );

describe('a runbook', () => {
  const { fetch } = global;
  const { bootData } = config;
  afterEach(() => {
    global.fetch = fetch;
    config.bootData = bootData;
  });

  it('is shown with its headings, and nothing in it runs', async () => {
    serve('# T\n\n## Meaning\n\nText <img src="x" onerror="alert(1)"> <script>alert(1)</script>\n');
    const { container } = show();
    expect(await screen.findByRole('heading', { name: 'Meaning', level: 2 })).toBeInTheDocument();
    expect(container.innerHTML).not.toMatch(/<script|onerror/);
  });

  it('stays in the app where it links to another one', async () => {
    serve('See [the other](ValidationHeapLeak.md).');
    show();
    fireEvent.click(await screen.findByRole('link', { name: 'the other' }));
    expect(screen.getByLabelText('address')).toHaveTextContent(appUrl('runbooks', 'ValidationHeapLeak'));
  });

  it('opens its queries in Explore at the data source that answers them, where the user may', async () => {
    serve('```sql\nSELECT 1;\n```\n\n```promql\nup == 0\n```\n\n```sh\ncurl x\n```\n');
    config.bootData = { ...bootData, user: { ...bootData?.user, permissions: { 'datasources:explore': true } } };
    show();
    const queries = (await screen.findAllByRole('link', { name: 'Open in Explore' })).map((link) => {
      const panes = new URL(link.getAttribute('href') ?? '', 'http://grafana').searchParams.get('panes');
      return JSON.parse(panes ?? '').genwatch.queries[0];
    });
    expect(queries).toEqual([
      expect.objectContaining({ rawSql: 'SELECT 1', datasource: expect.objectContaining({ uid: 'pg' }) }),
      expect.objectContaining({ expr: 'up == 0', datasource: expect.objectContaining({ uid: 'prom' }) }),
    ]);
    expect(screen.getAllByRole('button', { name: 'Copy' })).toHaveLength(3);
  });

  it('is only copied from by those who may not explore', async () => {
    serve('```sql\nSELECT 1;\n```');
    show();
    expect(await screen.findByRole('button', { name: 'Copy' })).toBeInTheDocument();
    expect(screen.queryByRole('link', { name: 'Open in Explore' })).not.toBeInTheDocument();
  });

  it.each<[string, Served, string]>([
    ['is not there', { status: 404 }, 'This version of the app has no runbook “ValidationHeapHigh”'],
    [
      'is a page of Grafana instead',
      { type: 'text/html; charset=UTF-8' },
      'This version of the app has no runbook “ValidationHeapHigh”',
    ],
    ['cannot be read', { status: 503 }, 'The runbook could not be loaded'],
  ])('that %s says so, and leads to the one of the alert', async (_, served, message) => {
    serve('', served);
    show();
    expect(await screen.findByText(message)).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Open the one that the alert links to' })).toHaveAttribute(
      'href',
      `${DEFAULT_SETTINGS.links.runbooks}/ValidationHeapHigh.md`
    );
  });
});
