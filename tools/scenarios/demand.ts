import { type Catalog } from '../../src/catalog/catalog';
import { type Scenario } from './scenario';

/**
 * Shapes whose value follows from what is there now, or in one window: their derived cases tell the whole story. All
 * others compare with a past or expect something, and need stories written by hand.
 */
const STEADY: readonly string[] = [
  'level',
  'share',
  'rateShare',
  'quantile',
  'mean',
  'over',
  'lacking',
  'increase',
  'presence',
  'heartbeat',
];

const NEEDED = 2;

/** The demand that scenarios do not meet, a line each: two stories per such kind of shape, and its alert fires in one. */
export function missingScenarios({ systems }: Pick<Catalog, 'systems'>, scenarios: readonly Scenario[]): string[] {
  const alerts = systems.flatMap((system) => system.alerts);
  const kinds = [...new Set(alerts.map(({ shape }) => shape.kind))].filter((kind) => !STEADY.includes(kind));
  return kinds.flatMap((kind) => {
    const names = alerts.filter(({ shape }) => shape.kind === kind).map(({ name }) => name);
    const told = scenarios.filter(({ about }) => about.some((name) => names.includes(name)));
    const fires = told.some(({ looks }) =>
      looks.some(({ firing }) => firing.some((text) => names.some((name) => text.startsWith(`${name} `))))
    );
    const where = `the shape "${kind}" (${names.join(', ')}): write one in tests/rules/scenarios`;
    return [
      ...(told.length < NEEDED ? [`${told.length} of ${NEEDED} scenarios for ${where}`] : []),
      ...(told.length > 0 && !fires ? [`no scenario sees an alert fire for ${where}`] : []),
    ];
  });
}
