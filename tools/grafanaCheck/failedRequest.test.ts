import { failedRequest } from './failedRequest';

describe('failedRequest', () => {
  it('tells what failed without its question', () => {
    expect(failedRequest('POST', 'http://x/api/ds/query?ds_type=prometheus', 400)).toBe('POST /api/ds/query 400');
    expect(failedRequest('GET', 'http://x/api/ds/query', 200)).toBeUndefined();
    expect(failedRequest('GET', 'http://x/api/y', 304)).toBeUndefined();
  });

  it('takes a dashboard that is not public for none, and a server that fails there for one', () => {
    expect(failedRequest('GET', 'http://x/api/dashboards/uid/a/public-dashboards', 404)).toBeUndefined();
    expect(failedRequest('GET', 'http://x/api/dashboards/uid/a/public-dashboards', 500)).toContain('500');
  });
});
