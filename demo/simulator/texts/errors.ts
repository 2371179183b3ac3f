import { type Random } from '../plan/random';

/** What an attempt repairs, by the name the catalog gives the pattern; the last group is known to none of them. */
export const ERRORS = {
  'X Variable Bug': ['x is not defined', 'ReferenceError: X is not defined at Scene (scene.tsx:14:9)'],
  'Duplicate Declarations': [
    `Identifier 'frame' has already been declared (12:8)`,
    'duplicate: "useCurrentFrame" is already declared in this scope',
  ],
  'Missing FPS': ['spring() needs { frame, fps }', 'Spring was called without fps in <Sequence>'],
  'Undefined Variables': [
    'index is not defined',
    "Cannot read properties of undefined (reading 'map')",
    'interpolate: outputRange is undefined',
  ],
  'Missing Imports': [
    "'AbsoluteFill' is used but there is no import for it",
    'The requested module does not provide the imports it names',
  ],
  Other: [
    'Unterminated template literal (88:0)',
    'inputRange must be strictly monotonically increasing',
    'Objects are not valid as a React child',
    'Maximum update depth exceeded',
    'padding must be a number, got "12px "',
    'Unexpected token “” – «ошибка» 🤷',
  ],
} as const;

const SHARES = [
  ['X Variable Bug', 0.3],
  ['Duplicate Declarations', 0.2],
  ['Missing FPS', 0.15],
  ['Undefined Variables', 0.18],
  ['Missing Imports', 0.17],
] as const;

/** An error that some pattern knows. */
export function errorText(dice: Random): string {
  let left = dice.share();
  const name = SHARES.find(([, share]) => (left -= share) < 0)?.[0] ?? 'X Variable Bug';
  return dice.pick(ERRORS[name]);
}

/** An error that no pattern knows. */
export const unknownErrorText = (dice: Random): string => dice.pick(ERRORS.Other);

/** A text that some pattern knows; another number may give another one. */
export function knownError(number: number): string {
  const texts = SHARES.flatMap(([name]): readonly string[] => ERRORS[name]);
  return texts[number % texts.length] ?? ERRORS['X Variable Bug'][0];
}
