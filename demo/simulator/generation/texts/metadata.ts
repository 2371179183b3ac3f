import { type Random } from '../../plan/random';
import { type Framework } from '../plan/people';

/** What the application keeps of a successful generation, as the document names it. Times are milliseconds. */
export interface Metadata {
  readonly fileCount: number;
  readonly duration: number;
  readonly buildTime: number;
  /** Bytes. */
  readonly memory: number;
  readonly phases: ReadonlyArray<{ readonly name: string; readonly duration: number }>;
}

const MIB = 1024 ** 2;

/** What a generation of a framework is like in the middle, and how far files spread. */
const TYPICAL: Readonly<
  Record<Framework, { readonly files: number; readonly generateMs: number; readonly buildMs: number }>
> = {
  React: { files: 17, generateMs: 31_000, buildMs: 9_000 },
  Vue: { files: 14, generateMs: 27_000, buildMs: 7_500 },
  Svelte: { files: 12, generateMs: 25_000, buildMs: 6_000 },
  HTML: { files: 3, generateMs: 14_000, buildMs: 900 },
};

/** As long as these add up to, the whole takes. */
export function metadata(dice: Random, framework: Framework): Metadata {
  const { files, generateMs, buildMs } = TYPICAL[framework];
  const size = spread(dice, 0.35);
  const buildTime = Math.round(buildMs * size * spread(dice, 0.2));
  const phases = [
    { name: 'plan', duration: Math.round(4_000 * spread(dice, 0.3)) },
    { name: 'generate', duration: Math.round(generateMs * size * spread(dice, 0.3)) },
    { name: 'validate', duration: Math.round(1_800 * size * spread(dice, 0.3)) },
    { name: 'build', duration: buildTime },
    { name: 'save', duration: Math.round(350 * spread(dice, 0.5)) },
  ];
  return {
    fileCount: Math.max(1, Math.round(files * size)),
    duration: phases.reduce((sum, { duration }) => sum + duration, 0),
    buildTime,
    memory: Math.round((260 + 14 * files * size) * spread(dice, 0.15)) * MIB,
    phases,
  };
}

/** A factor around 1 whose logarithm is spread so far. */
const spread = (dice: Random, width: number): number =>
  Math.exp(width * Math.sqrt(-2 * Math.log(1 - dice.share())) * Math.cos(2 * Math.PI * dice.share()));
