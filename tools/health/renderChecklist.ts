import { unitDefinition } from '../../src/catalog/exact/unit';
import { type Checklist, type ChecklistItem } from '../../src/catalog/kinds/checklist';
import { type Check } from './check';
import { wrap } from './wrap';

const WIDTH = 80;
const INDENT = '    ';

/** A checklist for people, 80 columns wide; what the checks answer is answered. */
export function renderChecklist({ title, items }: Checklist, checks: readonly Check[]): string {
  return [title, '', ...items.flatMap((item) => renderItem(item, checks))].join('\n');
}

function renderItem({ text, ids, look }: ChecklistItem, checks: readonly Check[]): string[] {
  const answers = checks.filter(({ threshold, value }) => ids.includes(threshold) && value !== null);
  const notes = [...answers.map(told), `See ${look}${ids.length > 0 ? ` (${ids.join(', ')})` : ''}.`];
  const indented = notes.flatMap((note) => wrap(note, WIDTH - INDENT.length)).map((line) => INDENT + line);
  return [`${boxOf(answers)} ${text}`, ...indented];
}

/** Empty without an answer, ticked when all is well. */
function boxOf(answers: readonly Check[]): string {
  if (answers.length === 0) {
    return '[ ]';
  }
  return answers.some(({ status }) => status === 'warning' || status === 'critical') ? '[!]' : '[x]';
}

function told({ title, value, unit, status, bound, window }: Check): string {
  const { symbol } = unitDefinition(unit);
  const over = window === null ? '' : ` over ${window}`;
  return `${title}: ${value}${symbol}${over}, ${status} (${bound.level} ${bound.bound}${symbol}).`;
}
