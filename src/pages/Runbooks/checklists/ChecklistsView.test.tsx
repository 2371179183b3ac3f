import { fireEvent, render, screen } from '@testing-library/react';
import React from 'react';

import { appUrl } from '../../../app/appUrl';
import { buildCatalog } from '../../../catalog/catalog';
import { DEFAULT_SETTINGS } from '../../../catalog/settings/defaults';
import { SYSTEMS } from '../../../catalog/systems';
import { InGrafana } from '../../../test/InGrafana';
import { checklistsView } from './ChecklistsView';

const View = checklistsView({ catalog: buildCatalog(SYSTEMS, DEFAULT_SETTINGS) });
const show = (query = '') =>
  render(
    <InGrafana url={appUrl('runbooks', 'checklists') + query}>
      <View />
    </InGrafana>
  );
const box = (name: string) => screen.getByRole('checkbox', { name });

describe('checklists', () => {
  beforeEach(() => localStorage.clear());

  it('keep ticks for the period, in this browser', () => {
    const first = show();
    fireEvent.click(box('Check for memory leaks'));
    expect(screen.getByText('1 of 6 done')).toBeInTheDocument();
    first.unmount();
    show();
    expect(box('Check for memory leaks')).toBeChecked();
    fireEvent.click(box('Check for memory leaks'));
    expect(screen.getByText('0 of 6 done')).toBeInTheDocument();
  });

  it('are those of the review in the address', () => {
    show('?review=quarterly');
    expect(box('Architecture review')).not.toBeChecked();
    fireEvent.click(screen.getByRole('radio', { name: 'Month' }));
    expect(box('Analyze error pattern evolution')).toBeInTheDocument();
    expect(screen.getByLabelText('address')).toHaveTextContent(/\?review=monthly$/);
  });

  it('tell the thresholds that they name with their values, or why there is none', () => {
    show();
    const link = screen.getByRole('link', { name: 'Threshold validation.success_rate' });
    expect(link.parentElement).toHaveTextContent('not configured: there is no data source to ask');
  });

  it('survive what somebody else keeps under their key', () => {
    const item = 'Check for memory leaks';
    const { unmount } = show();
    fireEvent.click(box(item));
    const [key] = Object.keys(localStorage);
    unmount();
    localStorage.setItem(String(key), '{"not": "a list"');
    show();
    expect(box(item)).not.toBeChecked();
  });
});
