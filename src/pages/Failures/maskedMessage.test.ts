import { maskedMessage } from './maskedMessage';

describe('a message in a list', () => {
  it.each([
    ['the words', 'Cannot read the file', 'Cannot read the file'],
    ['quoted text', `no "secret thing" and 'another' or \`a third\``, 'no <text> and <text> or <text>'],
    ['apostrophes', `can't and won't`, `can't and won't`],
    ['numbers', 'timed out after 3000 ms, 1.5 times', 'timed out after <number> ms, <number> times'],
    [
      'addresses',
      'ask ann.b@example.com at https://x.y/z?k=1 or 10.0.0.7:80',
      'ask <address> at <address> or <address>',
    ],
    ['paths', 'in /home/ann/app.ts and C:\\work\\app', 'in <path> and <path>'],
    ['tokens', 'key sk-live-8f3a9c2d1e and 550e8400-e29b-41d4-a716-446655440000', 'key <token> and <token>'],
  ])('keeps or masks %s', (_, message, shown) => {
    expect(maskedMessage(message)).toBe(shown);
  });
});
