import { identifier, tableName } from './identifier';

describe('identifier', () => {
  it('keeps capitals, dots and reserved words as they are stored', () => {
    expect(identifier('createdAt')).toBe('"createdAt"');
    expect(identifier('order')).toBe('"order"');
    expect(identifier('scène.name')).toBe('"scène.name"');
  });

  it('cannot be left by a quote in a name', () => {
    expect(identifier('a" FROM users; --')).toBe('"a"" FROM users; --"');
  });

  it('leaves no dollar for Grafana to expand', () => {
    expect(identifier('raw$chat')).toBe('U&"raw\\0024chat"');
    expect(identifier('a\\b$')).toBe('U&"a\\\\b\\0024"');
    expect(identifier('a\\b')).toBe('"a\\b"');
  });

  it.each(['', 'a\0b'])('refuses %j and says how to write it', (name) => {
    expect(() => identifier(name)).toThrow('write it as the database stores it, like createdAt');
  });
});

describe('tableName', () => {
  it('splits a schema from its table', () => {
    expect(tableName('messages')).toBe('"messages"');
    expect(tableName('Chat.Messages')).toBe('"Chat"."Messages"');
  });

  it.each(['', 'chat.', '.messages', 'db.chat.messages'])('refuses %j and says how to write it', (name) => {
    expect(() => tableName(name)).toThrow('write it like messages or app.messages');
  });
});
