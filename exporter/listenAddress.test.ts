import { isLoopback, parseAddress } from './listenAddress';

describe('parseAddress', () => {
  it.each([
    ['127.0.0.1:9464', { host: '127.0.0.1', port: 9464 }],
    ['localhost:0', { host: 'localhost', port: 0 }],
    ['[::1]:80', { host: '::1', port: 80 }],
    ['0.0.0.0:65535', { host: '0.0.0.0', port: 65535 }],
  ])('reads %s', (text, address) => {
    expect(parseAddress(text)).toEqual(address);
  });

  it.each([
    '',
    '9464',
    ':9464',
    '127.0.0.1',
    '127.0.0.1:65536',
    '::1:80',
    '[nonsense]:80',
    '[1.2.3.4]:80',
    'http://a:1',
    'a b:1',
  ])('refuses %p', (text) => {
    expect(parseAddress(text)).toBeUndefined();
  });
});

describe('isLoopback', () => {
  it.each([
    ['127.0.0.1', true],
    ['127.8.0.1', true],
    ['localhost', true],
    ['::1', true],
    ['0.0.0.0', false],
    ['::', false],
    ['127.0.0.1.example.org', false],
  ])('%s: %s', (host, expected) => {
    expect(isLoopback({ host, port: 1 })).toBe(expected);
  });
});
