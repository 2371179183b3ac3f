import { buildCatalog } from '../catalog/catalog';
import { DEFAULT_SETTINGS } from '../catalog/settings/defaults';
import { SYSTEMS } from '../catalog/systems';
import { generation } from '../catalog/systems/generation';
import { appUrl, type Page } from './appUrl';
import { createApp } from './createApp';

const OF_A_GENERATOR: readonly Page[] = ['failures', 'tests', 'impact'];

describe('the pages of a generator', () => {
  it.each([
    ['are there where one is monitored', SYSTEMS, OF_A_GENERATOR],
    ['are not there where none is', SYSTEMS.filter((system) => system !== generation), []],
  ])('%s', (_, systems, expected) => {
    const urls = createApp({ catalog: buildCatalog(systems, DEFAULT_SETTINGS) }).state.pages.map(
      ({ state }) => state.url
    );
    expect(OF_A_GENERATOR.filter((page) => urls.includes(appUrl(page)))).toEqual(expected);
  });
});
