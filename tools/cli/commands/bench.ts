import { type Command } from 'commander';
import { suggestion } from '../../../src/catalog/settings/nearest';
import { benchDetection } from '../../../tests/bench/detection';

const BENCHES: Readonly<Record<string, (print: (line: string) => void) => Promise<void>>> = {
  detection: benchDetection,
};

export function registerBench(program: Command): void {
  program
    .command('bench')
    .description('measure on real servers: detection (from the fault to the console; takes about 10 minutes)')
    .argument('<name>', Object.keys(BENCHES).join(', '))
    .action(async (name: string) => {
      const bench = BENCHES[name];
      if (!bench) {
        throw new Error(`There is no bench "${name}": ${suggestion(name, Object.keys(BENCHES))}`);
      }
      await bench((line) => console.log(line));
    });
}
