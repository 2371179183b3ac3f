import { explorePane, paneAddress } from './explorePane';

const searchOf = (address: string) => new URL(address, 'http://preview').search;

describe('the address of Explore', () => {
  it('is read as it was written', () => {
    const pane = {
      datasource: 'genwatch',
      query: { refId: 'B', kind: 'metric' },
      range: { from: 'now-1h', to: 'now' },
    };
    expect(explorePane(searchOf(paneAddress(pane)))).toEqual(pane);
  });

  it.each(['', '?panes=no-json', '?panes={}', '?panes={"a":{"queries":"x"}}', '?panes=null'])(
    'asks for nothing when it says nothing: %s',
    (search) => {
      expect(explorePane(search)).toEqual({ query: { refId: 'A' }, range: { from: 'now-6h', to: 'now' } });
    }
  );
});
