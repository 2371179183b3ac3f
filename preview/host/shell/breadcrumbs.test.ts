import { breadcrumbs } from './breadcrumbs';

const section = { text: 'Genwatch', url: '/a/app' };

it('leads from the section to the page', () => {
  const overview = { text: 'Overview', url: '/a/app/overview' };
  const system = { text: 'Validation', url: '/a/app/systems/validation', parentItem: overview };
  expect(breadcrumbs(section, { text: 'Errors', parentItem: system }).map(({ text }) => text)).toEqual([
    'Genwatch',
    'Overview',
    'Validation',
    'Errors',
  ]);
  expect(breadcrumbs(section, undefined)).toEqual([section]);
});
