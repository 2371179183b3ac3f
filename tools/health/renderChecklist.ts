import { type Answer, type AnsweredChecklist, type AnsweredItem } from './answerChecklist';
import { wrap } from './wrap';

const WIDTH = 80;
const INDENT = '    ';

/** A checklist for people, 80 columns wide; what the data could answer is answered. */
export const renderChecklist = ({ title, items }: AnsweredChecklist): string =>
  [title, '', ...items.flatMap(renderItem)].join('\n');

function renderItem({ text, look, answers }: AnsweredItem): string[] {
  const notes = [...answers.map((answer) => answer.text), `See ${look}.`];
  const indented = notes.flatMap((note) => wrap(note, WIDTH - INDENT.length)).map((line) => INDENT + line);
  return [`${boxOf(answers)} ${text}`, ...indented];
}

/** Empty without an answer, ticked when all is well. */
function boxOf(answers: readonly Answer[]): string {
  if (answers.length === 0) {
    return '[ ]';
  }
  return answers.some(({ attention }) => attention) ? '[!]' : '[x]';
}
