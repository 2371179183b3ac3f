import { type Mutant } from './mutateRules';

/** Survivors that make no difference, and those that nobody explained. */
export function explainSurvivors(survivors: readonly Mutant[], reasons: Readonly<Record<string, string>>) {
  return {
    equivalent: survivors.filter(({ what }) => what in reasons),
    unexplained: survivors.filter(({ what }) => !(what in reasons)),
  };
}
