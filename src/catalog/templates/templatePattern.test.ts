import { javascriptPattern } from '../sql/pattern';
import { templatePattern } from './templatePattern';

describe('the pattern of a template', () => {
  it.each([
    ['Unterminated template literal (<number>)', '\\bUnterminated\\W+template\\W+literal\\b'],
    ['<path>: Missing semicolon. (<number>)', '\\bMissing\\W+semicolon\\b'],
    ['TypeError: <*> is not iterable', '\\bTypeError\\b.*\\bis\\W+not\\W+iterable\\b'],
    ["Can't resolve <text> in <path>", '\\bCan\\W+t\\W+resolve\\b'],
    ['error TS<number>: Expected <number> arguments', '\\berror\\W+TS.*\\bExpected\\b.*\\barguments\\b'],
    ['timed out after <number>ms', '\\btimed\\W+out\\W+after\\b.*ms\\b'],
    ['größe der Szene über <number>', '\\bgröße\\W+der\\W+Szene\\W+über\\b'],
    ['Änderung größer é<name>', 'Änderung\\W+größer\\W+é'],
  ])('%s', (template, expected) => {
    expect(templatePattern(template)).toBe(expected);
    expect(() => javascriptPattern(expected)).not.toThrow();
  });

  it.each(['', '<text>', 'Error: <text>', 'failed', 'it is'])(
    'is not there for %j, which tells too little',
    (template) => {
      expect(templatePattern(template)).toBeUndefined();
    }
  );

  it('needs no more than the first twelve words', () => {
    const pattern = templatePattern(`${'word '.repeat(12)}and no more`);
    expect(pattern).toBe(`\\b${Array(12).fill('word').join('\\W+')}\\b`);
  });

  it('takes what looks like a mask but is none for words', () => {
    expect(templatePattern('unknown element <marquee> found')).toBe('\\bunknown\\W+element\\W+marquee\\W+found\\b');
  });
});
