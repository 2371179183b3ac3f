import { readOptions } from './readOptions';
import { startPreview } from './startPreview';

/** Runs the preview until it is told to stop; its options are environment variables, as `npm start` sets them. */
async function main(): Promise<void> {
  const running = await startPreview(await readOptions(process.env));
  process.stdout.write(`The preview listens on ${running.url}\n`);
  const stop = () => void running.close().then(() => process.connected && process.disconnect());
  process.once('SIGTERM', stop).once('SIGINT', stop);
  // A preview that outlives who started it would keep the port.
  process.once('disconnect', stop);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
