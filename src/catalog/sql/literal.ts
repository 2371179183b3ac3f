/**
 * Any text as an SQL string constant, whatever `standard_conforming_strings` says. Grafana expands `$name`, `${name}`
 * and `[[name]]` anywhere in a statement, so the characters that start these are written as escapes.
 * @throws Error when the text holds a NUL, which PostgreSQL cannot store
 */
export function literal(text: string): string {
  if (text.includes('\0')) {
    throw new Error(
      `${JSON.stringify(text)} cannot be written in SQL: PostgreSQL has no text with a NUL. Remove the NUL`
    );
  }
  const quoted = text.replace(/'/g, "''");
  return /[\\$]|\[\[/.test(text)
    ? `E'${quoted
        .replace(/\\/g, '\\\\')
        .replace(/\$/g, '\\x24')
        .replace(/\[(?=\[)/g, '\\x5b')}'`
    : `'${quoted}'`;
}
