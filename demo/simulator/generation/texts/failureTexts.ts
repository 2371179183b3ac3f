import { type Random } from '../../plan/random';
import { type FailureKind } from '../plan/errorKind';
import { requestId } from './varied';

/** What the application wrote down of a failure beside its category and severity. */
export interface FailureTexts {
  readonly message: string;
  readonly stackTrace: string;
  readonly context: Readonly<Record<string, string | number>>;
}

const MODELS = ['large-2', 'large-2', 'large-2', 'small-3'] as const;

export function failureTexts(dice: Random, kind: FailureKind, attempt: number): FailureTexts {
  const message = kind.message(dice);
  return {
    message,
    stackTrace: stackTrace(dice, kind, message),
    context: {
      phase: kind.phase,
      attempt,
      model: dice.pick(MODELS),
      requestId: requestId(dice),
      promptTokens: dice.between(1_200, 48_000),
      elapsedMs: dice.between(2_000, 170_000),
      host: `generator-${dice.between(1, 6)}`,
    },
  };
}

function stackTrace(dice: Random, { type, phase, thrownAt: [call, file] }: FailureKind, message: string): string {
  const place = () => `${dice.between(12, 420)}:${dice.between(5, 40)}`;
  return [
    `${type}: ${message}`,
    `    at ${call} (/app/${file}:${place()})`,
    `    at async ${phase}Phase (/app/src/orchestrator/phases.ts:${place()})`,
    `    at async Orchestrator.run (/app/src/orchestrator/index.ts:${place()})`,
    `    at async /app/src/server/generate.ts:${place()}`,
  ].join('\n');
}
