import { type Outcome } from './outcome';

const HEAD = ['', 'Area', 'What', 'Found'] as const;
const MARKS = { passed: 'passed', failed: 'FAILED', skipped: 'skipped' } as const;

/** A table for people, then how many of each; long findings go on below themselves. */
export function outcomeTable(outcomes: readonly Outcome[]): string {
  const rows = [HEAD, ...outcomes.map(({ area, name, result, says }) => [MARKS[result], area, name, says] as const)];
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const indent = ' '.repeat(widths.reduce((sum, width) => sum + width + 2, 0));
  const lines = rows.map((row) => {
    const cells = widths.map((width, column) => (row[column] ?? '').padEnd(width + 2));
    return `${cells.join('')}${(row[3] ?? '').replaceAll('\n', `\n${indent}`)}`.trimEnd();
  });
  return [...lines, '', totals(outcomes)].join('\n');
}

function totals(outcomes: readonly Outcome[]): string {
  const count = (result: Outcome['result']) => outcomes.filter((one) => one.result === result).length;
  const skipped = count('skipped');
  return `${count('passed')} passed, ${count('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}
