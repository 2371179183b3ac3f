/**
 * A configured column name as SQL. It is taken as the database stores it: capitals and reserved words work, and
 * nothing is folded to lower case.
 * @throws Error when the name is empty or holds a NUL
 */
export function identifier(name: string): string {
  if (name === '' || name.includes('\0')) {
    throw new Error(`${JSON.stringify(name)} is not a column name: write it as the database stores it, like createdAt`);
  }
  const doubled = name.replace(/"/g, '""');
  // Grafana would expand a `$` in a statement; PostgreSQL reads the escape as the same name.
  return name.includes('$') ? `U&"${doubled.replace(/\\/g, '\\\\').replace(/\$/g, '\\0024')}"` : `"${doubled}"`;
}

/**
 * A configured table as SQL: `messages` or `schema.messages`.
 * @throws Error when a part is empty or there are more than two
 */
export function tableName(name: string): string {
  const parts = name.split('.');
  if (parts.length > 2 || parts.includes('')) {
    throw new Error(`${JSON.stringify(name)} is not a table: write it like messages or app.messages, without quotes`);
  }
  return parts.map(identifier).join('.');
}
