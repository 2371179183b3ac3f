import fc from 'fast-check';
import { cleanText } from './cleanText';

describe('cleanText', () => {
  it('keeps words of any script and emoji as they are', () => {
    expect(cleanText('größer 漢字 שלום 👩‍🔧 é')).toBe('größer 漢字 שלום 👩‍🔧 é');
  });

  it('takes escape sequences out whole and turns line breaks into blanks', () => {
    expect(cleanText('\u001b[1;31mred\u001b[0m\r\nnext\ttab')).toBe('red next tab');
  });

  it('leaves nothing unprintable of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(cleanText(text)).not.toMatch(/[\p{Cc}\p{Zl}\p{Zp}]/u);
      })
    );
  });
});
