import { type Series } from './askPrometheus';

/** The name of a series: by the format `{{label}}`, or the way a person would write its selector. */
export function legend({ labels }: Series, format: string, all: readonly Series[]): string {
  if (format !== '' && format !== '__auto') {
    return format.replace(/\{\{\s*(.+?)\s*\}\}/g, (_, label: string) => labels[label] ?? label);
  }
  if (format === '__auto') {
    const [only, ...others] = Object.entries(labels).filter(([name, value]) =>
      all.some((other) => other.labels[name] !== value)
    );
    if (only && others.length === 0) {
      return only[1];
    }
  }
  return selectorOf(labels);
}

function selectorOf({ __name__: name = '', ...labels }: Series['labels']): string {
  const matchers = Object.entries(labels).map(([label, value]) => `${label}=${JSON.stringify(value)}`);
  return matchers.length === 0 && name ? name : `${name}{${matchers.join(', ')}}`;
}
