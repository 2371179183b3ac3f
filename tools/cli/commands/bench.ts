import { InvalidArgumentError, type Command } from 'commander';
import { suggestion } from '../../../src/catalog/settings/nearest';
import { benchDetection } from '../../../tests/bench/detection';
import { benchExporter } from '../../../tests/bench/exporter';
import { benchGeneration } from '../../../tests/bench/generation';
import { benchMining } from '../../../tests/bench/mining';

type Bench = (print: (line: string) => void, rows: number) => Promise<void>;

const BENCHES: Readonly<Record<string, Bench>> = {
  detection: benchDetection,
  exporter: benchExporter,
  generation: benchGeneration,
  mining: benchMining,
  plugin: benchPlugin,
};

/** Loaded when it is asked for: it brings a browser along, and every command would wait for that. */
async function benchPlugin(print: (line: string) => void): Promise<void> {
  const { benchPlugin: bench } = await import('../../../tests/bench/plugin');
  await bench(print);
}

export function registerBench(program: Command): void {
  program
    .command('bench')
    .description(
      'measure on real servers: detection (from the fault to the console; takes about 10 minutes), exporter (what its reading costs the database, how soon it answers), generation (what its reading costs the database, and the three strikes an insert), mining (how well unknown errors are grouped, and within what bounds), plugin (the first panel in the preview; needs Chromium)'
    )
    .argument('<name>', Object.keys(BENCHES).join(', '))
    .option('--rows <count>', 'rows of the tables, for exporter and generation', wholeNumber, 500_000)
    .action(async (name: string, { rows }: { readonly rows: number }) => {
      const bench = BENCHES[name];
      if (!bench) {
        throw new Error(`There is no bench "${name}": ${suggestion(name, Object.keys(BENCHES))}`);
      }
      await bench((line) => console.log(line), rows);
    });
}

function wholeNumber(text: string): number {
  const value = Number(text);
  if (!/^[1-9]\d{3,8}$/.test(text)) {
    throw new InvalidArgumentError('Write a whole number of a thousand or more, such as 500000.');
  }
  return value;
}
