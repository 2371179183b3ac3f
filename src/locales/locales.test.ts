import { readdirSync, readFileSync } from 'fs';
import path from 'path';
import ts from 'typescript';

import pluginJson from '../plugin.json';

const SOURCE = path.join(__dirname, '..');

/** Translation keys and the English texts that stand beside them in the source; null where the text is JSX. */
function textsInSource(): Map<string, string | null> {
  const texts = new Map<string, string | null>();
  const files = readdirSync(SOURCE, { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|^catalog|^test/.test(file)
  );
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && node.expression.getText() === 't') {
      const [key, text, values] = node.arguments;
      if (key && ts.isStringLiteral(key) && text && ts.isStringLiteral(text)) {
        const plurals = values ? pluralsOf(values) : [];
        plurals.forEach(([suffix, plural]) => texts.set(`${key.text}_${suffix}`, plural));
        if (plurals.length === 0) {
          texts.set(key.text, text.text);
        }
      }
    }
    if (ts.isJsxAttribute(node) && node.name.getText() === 'i18nKey' && node.initializer) {
      texts.set(node.initializer.getText().slice(1, -1), null);
    }
    ts.forEachChild(node, visit);
  };
  for (const file of files) {
    visit(ts.createSourceFile(file, readFileSync(path.join(SOURCE, file), 'utf8'), ts.ScriptTarget.Latest, true));
  }
  return texts;
}

const pluralsOf = (values: ts.Expression): Array<[string, string]> =>
  ts.isObjectLiteralExpression(values)
    ? values.properties.flatMap((property): Array<[string, string]> => {
        const suffix = /^defaultValue_(\w+)$/.exec(property.name?.getText() ?? '')?.[1];
        return suffix && ts.isPropertyAssignment(property) && ts.isStringLiteral(property.initializer)
          ? [[suffix, property.initializer.text]]
          : [];
      })
    : [];

function flat(texts: object, prefix = ''): Map<string, string> {
  return new Map(
    Object.entries(texts).flatMap(([key, value]) =>
      typeof value === 'string' ? [[prefix + key, value] as const] : [...flat(value, `${prefix}${key}.`)]
    )
  );
}

describe.each(pluginJson.languages)('the texts in %s', (language) => {
  const file = path.join(SOURCE, 'locales', language, `${pluginJson.id}.json`);
  const translated = flat(JSON.parse(readFileSync(file, 'utf8')));

  it('are those that the source uses, no more and no fewer', () => {
    expect([...translated.keys()].sort()).toEqual([...textsInSource().keys()].sort());
  });

  it('say in English what the source says', () => {
    // Grafana reads English from the source or from the file, depending on its version.
    const expected = [...textsInSource()].filter(([, text]) => text !== null && language === 'en-US');
    expect(expected.map(([key]) => [key, translated.get(key)])).toEqual(expected);
  });
});
