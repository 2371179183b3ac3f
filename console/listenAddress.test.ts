import { listenAddress } from './listenAddress';

describe('listenAddress', () => {
  it.each([
    ['127.0.0.1:9465', { host: '127.0.0.1', port: 9465 }],
    ['localhost:0', { host: 'localhost', port: 0 }],
    ['[::1]:9465', { host: '::1', port: 9465 }],
    [':9465', { host: '127.0.0.1', port: 9465 }],
  ])('reads %s', (text, address) => expect(listenAddress(text)).toEqual(address));

  it.each(['9465', '127.0.0.1', 'host:port', 'host:65536', '::1:9465', ''])(
    'refuses "%s" and says how to write it',
    (text) => expect(() => listenAddress(text)).toThrow('write GENWATCH_LISTEN as host:port')
  );
});
