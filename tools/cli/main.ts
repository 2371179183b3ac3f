import { CommanderError } from 'commander';

import { createProgram } from './program';

/** Runs the command line of this process and sets its exit code. */
async function main(): Promise<void> {
  // A reader that went away (`npm start | head`, a closed terminal) must not end us before everything is stopped.
  process.stdout.on('error', () => undefined);
  process.stderr.on('error', () => undefined);
  try {
    await createProgram().parseAsync(process.argv);
  } catch (error) {
    process.exitCode = error instanceof CommanderError ? error.exitCode : 1;
    if (!(error instanceof CommanderError)) {
      process.stderr.write(`\n${explain(error)}\n`);
    }
  }
}

/** Messages are made for people; the stack is for those who ask (GENWATCH_DEBUG=1). */
function explain(error: unknown): string {
  if (!(error instanceof Error)) {
    return String(error);
  }
  return process.env.GENWATCH_DEBUG ? `${error.stack}\n${causes(error)}` : error.message;
}

function causes(error: Error): string {
  return error.cause instanceof Error ? `caused by ${error.cause.stack}\n${causes(error.cause)}` : '';
}

void main();
