/** A statement of a script, without its semicolon, and what is said above it. */
export interface Step {
  readonly says?: string;
  readonly sql: string;
}

/** The text of a script: what it is for, then its statements. */
export const script = (about: string, steps: readonly Step[]): string =>
  [comment(about), ...steps.map(({ says, sql }) => `${says ? `${comment(says)}\n` : ''}${sql};`)].join('\n\n') + '\n';

/** Every line as a comment of SQL. */
export const comment = (text: string): string =>
  text
    .split('\n')
    .map((line) => `-- ${line}`.trimEnd())
    .join('\n');
