import { type IncomingHttpHeaders } from 'node:http';

import { refusalOf } from './trustedRequest';

const TOKEN = 'a-token';
const asked = (headers: IncomingHttpHeaders) => refusalOf({ host: '127.0.0.1:1234', ...headers }, 1234, TOKEN);
const authorization = `Bearer ${TOKEN}`;

describe('a request to the control server', () => {
  it('is served with the token, under either name of this machine', () => {
    expect(asked({ authorization })).toBeUndefined();
    expect(asked({ authorization, host: 'localhost:1234' })).toBeUndefined();
  });

  it.each([
    {},
    { authorization: 'Bearer a-tokem' },
    { authorization: 'Bearer a-token-longer' },
    { authorization: TOKEN },
  ])('is refused without the token: %j', (headers) => {
    expect(asked(headers)).toBe(401);
  });

  it.each(['genwatch.example:1234', '127.0.0.1:1235', '127.0.0.1', ''])(
    'is refused under the foreign name %j',
    (host) => {
      expect(asked({ authorization, host })).toBe(403);
    }
  );

  it('is refused to a web page, even with the token', () => {
    expect(asked({ authorization, origin: 'http://127.0.0.1:1234' })).toBe(403);
  });
});
