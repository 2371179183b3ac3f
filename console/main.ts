import { resolve } from 'node:path';
import { wantsColour } from './colour';
import { listenAddress } from './listenAddress';
import { severitiesOf } from './severities';
import { startConsole } from './startConsole';

/** Runs the console until it is told to stop. Environment: GENWATCH_LISTEN (host:port), GENWATCH_RUNBOOKS (a folder), GENWATCH_CONFIG (a file). */
async function main(): Promise<void> {
  const { env, stdout, stderr } = process;
  const print = (text: string) => void stdout.write(`${text}\n`);
  const running = await startConsole({
    listen: listenAddress(env.GENWATCH_LISTEN || '127.0.0.1:9465'),
    runbooks: resolve(env.GENWATCH_RUNBOOKS || 'docs/runbooks'),
    colour: wantsColour(env, stdout.isTTY),
    severities: await severitiesOf(env.GENWATCH_CONFIG),
    print,
    warn: (text) => void stderr.write(`${text}\n`),
  });
  if (process.send) {
    // Whoever started it tells people where it is.
    process.send({ url: running.url });
  } else {
    print(`The alert console listens on ${running.url}; alerts appear here.`);
  }

  const stop = () => void running.close().then(() => process.connected && process.disconnect());
  process.once('SIGTERM', stop).once('SIGINT', stop);
  // A console that outlives who started it would keep the port.
  process.once('disconnect', stop);
}

main().catch((error: unknown) => {
  const cause = error instanceof Error && error.cause instanceof Error ? ` (${error.cause.message})` : '';
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}${cause}\n`);
  process.exit(1);
});
