import { type MinedTemplate, type TemplatesDocument } from '../../src/catalog/templates/minedTemplate';
import { wrap } from '../health/wrap';

/** Fits a terminal of 80 columns. */
const WIDTH = 80;
const INDENT = ' '.repeat(8);

/** The templates for people, the most frequent first. */
export function renderTemplates({ readings, templates }: TemplatesDocument, now: Date): string {
  const read = readings.map(
    ({ system, window, messages, isPart, ageSeconds }) =>
      `${system}: ${isPart ? `the newest ${messages}` : messages} unknown messages of ${window}, read ${ageSeconds} s ago.`
  );
  if (readings.length === 0) {
    return 'The exporter has not read any messages yet. Its /health says why.';
  }
  if (templates.length === 0) {
    return [...read, 'Every message has a name.'].join('\n');
  }
  const blocks = templates.map((template) => block(template, now));
  const hint = `Name one with: npx genwatch templates --adopt ${templates[0]?.id ?? '<id>'}`;
  return [read.join('\n'), ...blocks, hint].join('\n\n');
}

function block(template: MinedTemplate, now: Date): string {
  const { system, id, name, category, count, firstSeen, lastSeen } = template;
  return [
    `${String(count).padStart(6)}  ${id}  ${name}`,
    ...wrap(template.template, WIDTH - INDENT.length).map((line) => INDENT + line),
    `${INDENT}${system}, ${category}; first ${ago(firstSeen, now)}, last ${ago(lastSeen, now)}`,
  ].join('\n');
}

const MINUTE = 60_000;

function ago(instant: string, now: Date): string {
  const minutes = Math.max(0, Math.floor((now.getTime() - Date.parse(instant)) / MINUTE));
  if (minutes < 1) {
    return 'just now';
  }
  if (minutes < 60) {
    return `${minutes} min ago`;
  }
  const hours = Math.floor(minutes / 60);
  return hours < 48 ? `${hours} h ago` : `${Math.floor(hours / 24)} d ago`;
}
