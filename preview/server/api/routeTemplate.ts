/** What a template of a route may name. */
export interface RouteValues {
  readonly JsonData: Readonly<Record<string, unknown>>;
  readonly SecureJsonData: Readonly<Record<string, string>>;
}

const VALUE = String.raw`\.(JsonData|SecureJsonData)\.(\w+)`;
const ONE = new RegExp(String.raw`\{\{\s*${VALUE}\s*\}\}`, 'g');
const IF = new RegExp(String.raw`\{\{\s*if ${VALUE}\s*\}\}(.*?)\{\{\s*end\s*\}\}`, 'gs');

/** An address or a header of a route as Grafana renders it; the templates of our routes have these two forms only. */
export function rendered(template: string, values: RouteValues): string {
  const valueOf = (kind: string, name: string): unknown => values[kind as keyof RouteValues][name];
  return template
    .replace(IF, (_, kind: string, name: string, inside: string) => (valueOf(kind, name) ? inside : ''))
    .replace(ONE, (_, kind: string, name: string) => String(valueOf(kind, name) ?? '<no value>'));
}
