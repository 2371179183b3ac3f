import { type ControlServer, startControlServer } from './controlServer';

let control: ControlServer;
const done: string[] = [];

beforeEach(async () => {
  done.length = 0;
  control = await startControlServer({
    state: () => ({ ready: true }),
    act: async (name, action) => {
      if (name !== 'exporter') {
        throw new Error(`There is no service ${name}.`);
      }
      done.push(`${action} ${name}`);
    },
  });
});
afterEach(() => control.close());

const ask = async (method: string, path: string, token = control.token): Promise<[number, unknown]> => {
  const response = await fetch(`${control.url}${path}`, { method, headers: { authorization: `Bearer ${token}` } });
  return [response.status, await response.json()];
};

describe('the control server', () => {
  it('tells the state', async () => {
    expect(await ask('GET', '/')).toEqual([200, { ready: true }]);
  });

  it('does what it is asked, then tells the state', async () => {
    expect(await ask('POST', '/services/exporter/stop')).toEqual([200, { ready: true }]);
    expect(done).toEqual(['stop exporter']);
  });

  it('answers with what went wrong', async () => {
    expect(await ask('POST', '/services/grafana/start')).toEqual([409, { error: 'There is no service grafana.' }]);
  });

  it.each([
    ['GET', '/services/exporter/stop'],
    ['POST', '/services/exporter/destroy'],
    ['POST', '/services/../stop'],
    ['POST', '/'],
  ])('does nothing for %s %s', async (method, path) => {
    expect((await ask(method, path))[0]).toBe(404);
    expect(done).toEqual([]);
  });

  it('does nothing without the token', async () => {
    expect((await ask('POST', '/services/exporter/stop', 'guess'))[0]).toBe(401);
    expect(done).toEqual([]);
  });
});
