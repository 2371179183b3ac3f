/**
 * Words of which every text that a pattern matches holds one, in small letters, in whatever case it has them; nothing when
 * the pattern asks for none. To look for words takes PostgreSQL a small part of the time of an expression, and most texts
 * hold none.
 *
 * @param pattern of the portable subset; see `src/catalog/sql/pattern.ts`
 */
export function requiredWords(pattern: string): readonly string[] | undefined {
  return new Reader(pattern).alternatives();
}

type Words = readonly string[] | undefined;

class Reader {
  private readonly characters: readonly string[];
  private at = 0;

  constructor(pattern: string) {
    this.characters = [...pattern];
  }

  /** One of several: any word of any of them will do, unless one of them needs none. */
  alternatives(): Words {
    const branches = [this.branch()];
    while (this.characters[this.at] === '|') {
      this.at += 1;
      branches.push(this.branch());
    }
    return branches.every((words) => words !== undefined) ? branches.flat() : undefined;
  }

  /** One after the other: all are needed, so the one whose shortest word is longest will do. */
  private branch(): Words {
    const needed: Array<readonly string[]> = [];
    let run = '';
    const end = () => {
      needed.push(...(run === '' ? [] : [[run]]));
      run = '';
    };
    for (
      let next = this.characters[this.at];
      next !== undefined && next !== '|' && next !== ')';
      next = this.characters[this.at]
    ) {
      const part = this.single();
      const { least, repeats } = this.quantifier();
      if (part === 'nothing') {
        continue;
      }
      if (typeof part === 'string' && part !== 'other' && least > 0) {
        run += part;
        if (repeats) {
          end();
        }
        continue;
      }
      end();
      if (typeof part === 'object' && part.words !== undefined && least > 0) {
        needed.push(part.words);
      }
    }
    end();
    const weight = (words: readonly string[]) => Math.min(...words.map(({ length }) => length));
    return needed.reduce<Words>((best, words) => (best && weight(best) >= weight(words) ? best : words), undefined);
  }

  /** A small letter or other sign that has to be there; a group; `nothing` of any length, or some `other` character. */
  private single(): string | { readonly words: Words } {
    const character = this.take();
    switch (character) {
      case '(': {
        if (this.characters[this.at] === '?') {
          this.at += 2;
        }
        const words = this.alternatives();
        this.take();
        return { words };
      }
      case '[':
        this.skipClass();
        return 'other';
      case '.':
        return 'other';
      case '^':
      case '$':
        return 'nothing';
      case '\\':
        return this.escaped();
      default:
        return plain(character);
    }
  }

  private escaped(): string {
    const character = this.take();
    return character === 'b' ? 'nothing' : /[a-z0-9]/i.test(character) ? 'other' : plain(character);
  }

  private skipClass(): void {
    // A bracket that stands for itself is always escaped in the portable subset.
    for (let character = this.take(); character !== ']' && character !== ''; character = this.take()) {
      if (character === '\\') {
        this.take();
      }
    }
  }

  private quantifier(): { readonly least: number; readonly repeats: boolean } {
    const [text = '', sign = '', least] =
      /^(?:([*+?])|\{(\d+)(?:,\d*)?\})\??/.exec(this.characters.slice(this.at).join('')) ?? [];
    this.at += text.length;
    return text === ''
      ? { least: 1, repeats: false }
      : { least: least === undefined ? Number(sign === '+') : Number(least), repeats: true };
  }

  private take(): string {
    const character = this.characters[this.at] ?? '';
    this.at += 1;
    return character;
  }
}

/** Letters beyond ASCII have more than one other case. */
const plain = (character: string): string => (/^[\x20-\x7e]$/.test(character) ? character.toLowerCase() : 'other');
