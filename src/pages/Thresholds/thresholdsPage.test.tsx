import { initPluginTranslations } from '@grafana/i18n';
import { fireEvent, render, screen, within } from '@testing-library/react';
import React from 'react';

import { App } from '../../app/App';
import { appUrl } from '../../app/appUrl';
import { buildCatalog } from '../../catalog/catalog';
import { DEFAULT_SETTINGS } from '../../catalog/settings/defaults';
import { SYSTEMS } from '../../catalog/systems';
import english from '../../locales/en-US/genwatch-codegen-app.json';
import pluginJson from '../../plugin.json';
import { InGrafana } from '../../test/InGrafana';
import { thresholdRows } from './thresholdRow';

const ROWS = thresholdRows(buildCatalog(SYSTEMS, DEFAULT_SETTINGS));

const show = (query = '') =>
  render(
    <InGrafana url={appUrl('thresholds') + query}>
      <App />
    </InGrafana>
  );

const search = (text: string) =>
  fireEvent.change(screen.getByRole('textbox', { name: 'Search thresholds' }), { target: { value: text } });

const shownIds = () => ROWS.map(({ id }) => id).filter((id) => screen.queryByText(id) !== null);

function open(id: string) {
  const row = screen.getByText(id).closest('tr');
  if (!row) {
    throw new Error(`${id} is not shown in a row`);
  }
  fireEvent.click(within(row).getByRole('button'));
}

const sourceOf = (label: string) => screen.getByText(label, { selector: 'dt' }).nextElementSibling;

describe('the page of thresholds', () => {
  it('shows every threshold of the catalog with its levels in words', () => {
    show();
    expect(shownIds()).toEqual(ROWS.map(({ id }) => id));
    expect(screen.getByText('critical: below 60 %')).toBeInTheDocument();
    expect(screen.getByRole('status')).toHaveTextContent(`${ROWS.length} of ${ROWS.length} thresholds`);
  });

  it('names units with a slash as they are, in the English of the plugin', async () => {
    await initPluginTranslations(pluginJson.id, [() => Promise.resolve(english)]);
    show();
    expect(screen.getByText('warning: at or above 200 /h')).toBeInTheDocument();
  });

  it('finds a threshold by any of its words, whatever their case', () => {
    show();
    search('SUCCESS chains');
    expect(shownIds()).toEqual(['validation.success_rate']);
    expect(screen.getByRole('status')).toHaveTextContent(`1 of ${ROWS.length} thresholds`);
  });

  it('finds a threshold by the words it comes from', () => {
    show();
    search('any scene has >3 attempts');
    expect(shownIds()).toEqual(['validation.attempt_limit']);
  });

  it('keeps the search in the address, so that a view can be shared', () => {
    show('?orgId=1');
    search('repair chain');
    expect(screen.getByLabelText('address')).toHaveTextContent(`${appUrl('thresholds')}?orgId=1&search=repair+chain`);
    search('');
    expect(screen.getByLabelText('address')).toHaveTextContent(/\?orgId=1$/);
  });

  it('starts with the search of a shared link', () => {
    show('?search=attempt_limit');
    expect(screen.getByRole('textbox', { name: 'Search thresholds' })).toHaveValue('attempt_limit');
    expect(shownIds()).toEqual(['validation.attempt_limit']);
  });

  it('says so when nothing is found, and shows everything again on request', () => {
    show();
    search('no such threshold (');
    expect(screen.getByText('No threshold matches your search')).toBeInTheDocument();
    expect(screen.queryByRole('table')).not.toBeInTheDocument();
    fireEvent.click(screen.getByRole('button', { name: 'Show all thresholds' }));
    expect(shownIds()).toEqual(ROWS.map(({ id }) => id));
    expect(screen.getByRole('textbox', { name: 'Search thresholds' })).toHaveValue('');
  });

  it('opens a row to the sources of its numbers, quoted or ours', () => {
    show();
    open('validation.success_rate');
    expect(sourceOf('critical')).toHaveTextContent(
      '“validation” document, section 3.1.3: success rate drops below 60%'
    );
    expect(sourceOf('holding time')).toHaveTextContent(/^ours: a day of chains changes slowly/);
  });

  it('copies the lines that change a threshold', async () => {
    const writeText = jest.fn().mockResolvedValue(undefined);
    Object.assign(navigator, { clipboard: { writeText } });
    Object.defineProperty(window, 'isSecureContext', { value: true });
    show();
    open('validation.attempt_limit');
    fireEvent.click(screen.getByRole('button', { name: 'Copy the lines that change validation.attempt_limit' }));
    expect(writeText).toHaveBeenCalledWith(
      'thresholds:\n  validation.attempt_limit:\n    critical: 3\n    window: 24h'
    );
    expect(await screen.findByText('Copied')).toBeInTheDocument();
  });

  it('sorts by title', () => {
    show();
    fireEvent.click(screen.getByRole('button', { name: /sort column threshold/i }));
    const titles = screen.getAllByRole('row').flatMap((row) => ROWS.filter(({ id }) => within(row).queryByText(id)));
    expect(titles.map(({ title }) => title)).toEqual(ROWS.map(({ title }) => title).sort());
  });
});
