import { literal } from './literal';

describe('literal', () => {
  it('writes plain text between quotes', () => {
    expect(literal('Missing FPS')).toBe("'Missing FPS'");
    expect(literal('')).toBe("''");
    expect(literal('日本語 🎬\n')).toBe("'日本語 🎬\n'");
  });

  it('doubles quotes, so that text cannot end the constant', () => {
    expect(literal("it's '; DROP TABLE messages; --")).toBe("'it''s ''; DROP TABLE messages; --'");
  });

  it('doubles backslashes in the form that always reads them as escapes', () => {
    expect(literal('\\bfixed\\b')).toBe("E'\\\\bfixed\\\\b'");
    expect(literal("\\'")).toBe("E'\\\\'''");
  });

  it('leaves nothing for Grafana to expand', () => {
    for (const text of ['$__timeFilter(x)', '${scene:raw}', 'cost $5', '[[scene]]', '\\$scene', '[[[[a]]']) {
      expect(literal(text)).not.toMatch(/\$|\[\[/);
    }
    expect(literal('${a}')).toBe("E'\\x24{a}'");
    expect(literal('[[a]]')).toBe("E'\\x5b[a]]'");
  });

  it('refuses a NUL with the way out', () => {
    expect(() => literal('a\0b')).toThrow('Remove the NUL');
  });
});
