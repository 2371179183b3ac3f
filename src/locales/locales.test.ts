import { readdirSync, readFileSync } from 'fs';
import path from 'path';
import ts from 'typescript';

import datasource from '../datasource/plugin.json';
import app from '../plugin.json';

const SOURCE = path.join(__dirname, '..');

/** Each plugin with the folder of its source, and what of that belongs to another one. */
const PLUGINS = [
  { ...app, folder: '', not: /^(catalog|test|datasource)/ },
  { ...datasource, folder: 'datasource', not: /^testing/ },
];

/** Translation keys and the English texts that stand beside them in the source; null where the text is JSX. */
function textsInSource(folder: string, not: RegExp): Map<string, string | null> {
  const texts = new Map<string, string | null>();
  const files = readdirSync(path.join(SOURCE, folder), { recursive: true, encoding: 'utf8' }).filter(
    (file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file) && !not.test(file)
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
    const text = readFileSync(path.join(SOURCE, folder, file), 'utf8');
    visit(ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true));
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

const EDITIONS = PLUGINS.flatMap(({ id, languages, folder, not }) =>
  languages.map((language) => ({ id, language, folder, not }))
);

describe.each(EDITIONS)('the texts of $id in $language', ({ id, language, folder, not }) => {
  const file = path.join(SOURCE, folder, 'locales', language, `${id}.json`);
  const source = textsInSource(folder, not);
  const translated = flat(JSON.parse(readFileSync(file, 'utf8')));

  it('are those that the source uses, no more and no fewer', () => {
    expect([...translated.keys()].sort()).toEqual([...source.keys()].sort());
  });

  it('say in English what the source says', () => {
    // Grafana reads English from the source or from the file, depending on its version.
    const expected = [...source].filter(([, text]) => text !== null && language === 'en-US');
    expect(expected.map(([key]) => [key, translated.get(key)])).toEqual(expected);
  });
});
