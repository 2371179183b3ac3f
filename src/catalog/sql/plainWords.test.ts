import { plainWords } from './plainWords';

describe('plainWords', () => {
  it('finds the words of a pattern that is nothing else', () => {
    expect(plainWords('^fixing')).toEqual({ words: ['fixing'], first: true, anywhere: true });
    expect(plainWords('\\bGiving up\\b')).toEqual({ words: ['giving up'], first: false, anywhere: false });
    expect(plainWords('\\b(create|add it)\\b')).toEqual({ words: ['create', 'add it'], first: false, anywhere: false });
    expect(plainWords('fps')).toEqual({ words: ['fps'], first: false, anywhere: true });
  });

  it.each(['imports?', 'a.b', 'größe', 'a|b', '^a$', '\\bspring\\b.*\\bfps\\b', '(^a|b)', 'a_b', '100%', ' a', ''])(
    'finds none in %s',
    (pattern) => {
      expect(plainWords(pattern)).toBeUndefined();
    }
  );
});
