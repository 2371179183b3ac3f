import { type FailureKind } from '../../simulator/generation/plan/errorKind';
import { file } from '../../simulator/generation/texts/varied';

const ofRendering = { category: 'unknown', severity: 'medium', phase: 'validate' } as const;

/** Errors that only faults make: nothing that the demo has learned knows them. */
export const CHART_RENDER: FailureKind = {
  ...ofRendering,
  type: 'ChartRenderError',
  thrownAt: ['renderCharts', 'src/validate/charts.ts'],
  message: (dice) => `Chart in ${file(dice)} has ${dice.between(2, 9)} series and no axis`,
};

export const PALETTE: FailureKind = {
  ...ofRendering,
  type: 'PaletteError',
  thrownAt: ['choosePalette', 'src/plan/palette.ts'],
  message: (dice) => `Palette #${dice.hex(6)} has no readable contrast on ${file(dice)}`,
};

export const AUDIO_TRACK: FailureKind = {
  ...ofRendering,
  type: 'AudioTrackError',
  thrownAt: ['mixTracks', 'src/build/audio.ts'],
  message: (dice) => `Track ${dice.between(1, 12)} of ${file(dice)} ends ${dice.between(10, 900)} ms too early`,
};

export const DATA_LOSS: FailureKind = {
  type: 'ProjectCorruptedError',
  category: 'unknown',
  severity: 'critical',
  phase: 'save',
  thrownAt: ['saveProject', 'src/save/project.ts'],
  message: (dice) => `Checksum of ${file(dice)} differs after saving: ${dice.hex(16)} instead of ${dice.hex(16)}`,
};
