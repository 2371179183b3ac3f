import { exposure } from './exposure';

const anywhere = { host: '0.0.0.0', port: 9464 };
const tls = { cert: 'c', key: 'k' };

describe('exposure', () => {
  it.each(['127.0.0.1', '127.3.2.1', '::1', 'localhost'])('is none on %s', (host) => {
    expect(exposure({ listen: { host, port: 9464 } })).toEqual([]);
  });

  it('is told of an open exporter, and of a token that anybody on the way can read', () => {
    expect(exposure({ listen: anywhere, tls })).toEqual([
      expect.stringContaining('without a token: set GENWATCH_TOKEN_FILE'),
    ]);
    expect(exposure({ listen: anywhere, token: 's3cret' })).toEqual([
      expect.stringContaining('clear text: set GENWATCH_TLS_CERT_FILE'),
    ]);
    expect(exposure({ listen: anywhere, token: 's3cret', tls })).toEqual([]);
  });

  it('is told of the secret of the reviews, too', () => {
    const review = { databaseUrl: 'postgresql://h/d', secret: 's' };
    expect(exposure({ listen: anywhere, token: 's3cret', review })).toEqual([
      expect.stringContaining('the token crosses'),
      expect.stringContaining('the secret of the reviews crosses the network in clear text'),
    ]);
    expect(exposure({ listen: anywhere, token: 's3cret', review, tls })).toEqual([]);
  });
});
