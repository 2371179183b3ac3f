import { linksToWalk } from './linksToWalk';

const ROOT = '/a/genwatch-codegen-app';
const at = (base: string, ...hrefs: string[]) => linksToWalk(hrefs, base, ROOT);

describe('linksToWalk', () => {
  it('takes the pages of the app, each once whatever its time range', () => {
    const page = `${ROOT}/systems/validation`;
    expect(at('http://x:3000', `${page}?from=now-1h`, `${page}/`, `http://x:3000${page}#top`)).toEqual([page]);
  });

  it('leaves out other pages, other servers, other apps, and what is no address', () => {
    expect(
      at('http://x:3000', '/d/abc', `${ROOT}-two/a`, `http://y:3000${ROOT}/a`, 'mailto:a@example.com', 'http://[', ROOT)
    ).toEqual([]);
  });

  it('knows a Grafana below a path', () => {
    expect(at('http://x/grafana', `/grafana${ROOT}/alerts`, `${ROOT}/alerts`)).toEqual([`${ROOT}/alerts`]);
  });
});
