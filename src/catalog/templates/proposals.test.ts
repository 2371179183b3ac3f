import { proposedCategory, proposedName } from './proposals';

const name = (text: string, shared: Readonly<Record<string, number>> = {}) =>
  proposedName(text.split(' '), new Map(Object.entries(shared)));

describe('a proposed name', () => {
  it('is made of the first telling words, each once', () => {
    expect(name('Unterminated template literal in the template')).toBe('Unterminated Template Literal');
    expect(name('one two three four five six')).toBe('One Two Three Four');
  });

  it('prefers words that few templates have', () => {
    expect(name('TypeError Cannot set properties null setting', { typeerror: 9, properties: 5 })).toBe(
      'Cannot Set Properties Null Setting'
    );
  });

  it('keeps a negation with its word', () => {
    expect(name('Objects are not valid as a child')).toBe('Objects Not Valid Child');
  });

  it('is there where no word tells anything', () => {
    expect(name('')).toBe('Unnamed');
    expect(name('it is a')).toBe('Unnamed');
  });
});

describe('a proposed category', () => {
  it.each([
    ['model currently overloaded capacity', 'rate_limit'],
    ['connection refused while streaming', 'ai_timeout'],
    ['Failed to resolve loader', 'dependency_error'],
    ['Unterminated template literal', 'syntax_error'],
    ['Property missing on type', 'validation_error'],
    ['nothing anybody knows', 'unknown'],
    ['', 'unknown'],
  ])('of %j is %s', (text, category) => {
    expect(proposedCategory(text.split(' '))).toBe(category);
  });
});
