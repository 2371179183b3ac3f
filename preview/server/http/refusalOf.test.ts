import { type IncomingHttpHeaders } from 'node:http';

import { refusalOf } from './refusalOf';

const asked = (headers: IncomingHttpHeaders, { method = 'GET', path = '/api/search' } = {}) =>
  refusalOf({ method, path, headers: { host: 'localhost:3000', ...headers }, port: 3000 })?.status;

describe('a request to the preview', () => {
  it('is served to its own page, under either name of this machine', () => {
    expect(asked({})).toBeUndefined();
    expect(asked({ host: '127.0.0.1:3000' })).toBeUndefined();
    expect(asked({ origin: 'http://localhost:3000', 'sec-fetch-site': 'same-origin' })).toBeUndefined();
  });

  it.each(['evil.example:3000', 'localhost:3001', 'localhost', '127.0.0.1.nip.io:3000', ''])(
    'is refused under the foreign name %j',
    (host) => {
      expect(asked({ host })).toBe(403);
    }
  );

  it.each(['http://evil.example', 'http://localhost:9465', 'https://localhost:3000', 'http://127.0.0.1:3000', 'null'])(
    'is refused to a page of %s',
    (origin) => {
      expect(asked({ origin })).toBe(403);
      expect(asked({ origin }, { method: 'POST', path: '/api/ds/query' })).toBe(403);
    }
  );

  it('is refused to what another site embeds, but a link may lead to a page', () => {
    expect(asked({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(
      asked({ 'sec-fetch-site': 'same-site', 'sec-fetch-mode': 'no-cors' }, { path: '/preview/settings.js' })
    ).toBe(403);
    const link = { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate' };
    expect(asked(link, { path: '/d/genwatch-validation' })).toBeUndefined();
    expect(asked(link, { path: '/api/search' })).toBe(403);
  });

  it.each([
    ['PUT', '/api/datasources/uid/genwatch'],
    ['DELETE', '/api/dashboards/uid/genwatch-validation'],
    ['PATCH', '/api/ds/query'],
    ['POST', '/api/dashboards/db'],
    ['POST', '/api/datasources/proxy/uid/genwatch/console/alerts'],
    ['POST', '/api/datasources/proxy/uid/genwatch/review'],
    ['POST', '/api/datasources/proxy/uid/genwatch/review/../console/alerts'],
    ['PUT', '/api/datasources/proxy/uid/genwatch/review/tests/7'],
    ['POST', '/api/datasources/uid/genwatch-prometheus/resources/api/v1/admin/tsdb/delete_series'],
  ])('is refused when it would write: %s %s', (method, path) => {
    expect(asked({}, { method, path })).toBe(405);
  });

  it.each([
    '/api/ds/query',
    '/api/datasources/uid/genwatch-prometheus/resources/api/v1/query_range',
    '/api/datasources/proxy/uid/genwatch/review/tests/7',
  ])('may use POST for what is too long for an address, and for verdicts, from its own page: %s', (path) => {
    expect(asked({ origin: 'http://localhost:3000' }, { method: 'POST', path })).toBeUndefined();
    expect(asked({ origin: 'http://localhost:9465' }, { method: 'POST', path })).toBe(403);
    expect(asked({ 'sec-fetch-site': 'same-site' }, { method: 'POST', path })).toBe(403);
    expect(asked({ host: 'evil.example:3000' }, { method: 'POST', path })).toBe(403);
  });
});
