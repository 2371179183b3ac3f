import path from 'node:path';
import { type Command } from 'commander';

import packageFile from '../../../package.json';
import { PROJECT_ROOT } from '../../../demo/servers/dataFolder';

interface PackageOptions {
  readonly dist: string;
  readonly out: string;
}

export function registerPackage(program: Command): void {
  program
    .command('package')
    .description('pack the built Grafana app into a zip, ready to be signed or installed')
    .option('--dist <folder>', 'the built plugin', path.join(PROJECT_ROOT, 'dist'))
    .option('--out <folder>', 'where the zip goes', path.join(PROJECT_ROOT, 'artifacts'))
    .action(pack);
}

async function pack({ dist, out }: PackageOptions): Promise<void> {
  // Only this command needs what packs.
  const { packagePlugin } = await import('../../package/packagePlugin');
  const { file, size, sha256, count } = packagePlugin(dist, out, packageFile.version);
  console.log(`${file}: ${count} files, ${(size / 1024 ** 2).toFixed(1)} MiB\nsha256 ${sha256}`);
}
