import { type Catalog } from '../../../src/catalog/catalog';
import { inWords } from '../../../src/catalog/exact/duration';
import { script } from '../script';
import { classificationSteps } from './classification';
import { fillingSteps } from './filling';
import { fingerprintSteps } from './fingerprint';
import { namesOf } from './names';
import { countedSteps, occurrencesViewStep } from './occurrences';
import { applicationTables, beginSteps, columnSteps, endSteps, indexStep, ownTableSteps, runsStep } from './ownObjects';
import { permissionsStep } from './permissions';
import { strikeSteps } from './strikes';
import { testBodyStep } from './testBody';
import { testRunSteps } from './testRuns';

/** What learns from failures, inside the database. */
export function threeStrikesScript({ settings }: Catalog): string {
  const { strikes, categories, tests, failures } = settings.generation;
  const names = namesOf(settings);
  const about = `Learns tests from failures, inside the database: ${strikes.failures} failures of one error type within ${inWords(strikes.window)} make exactly one test,
whoever writes at the same time. An insert never fails because of it, and waits 100 ms for others at most.

  psql -1 -d <your database> -f <this file>    as the owner of the tables

May be run again and again, for new settings too.`;
  return script(about, [
    ...beginSteps(applicationTables(settings, ['failures', 'tests', 'runs']), names),
    ...columnSteps(applicationTables(settings, ['failures', 'tests']), settings.generation),
    runsStep(names, tests),
    ...ownTableSteps(names),
    ...(names.isDeduplicated ? countedSteps(names, failures.columns.id) : []),
    indexStep(names),
    ...classificationSteps(categories),
    ...fingerprintSteps,
    ...fillingSteps(names, settings),
    testBodyStep(),
    ...strikeSteps(names),
    ...testRunSteps(names),
    occurrencesViewStep(names),
    permissionsStep([
      names.queue,
      names.errors,
      names.occurrencesView,
      names.versionsView,
      ...(names.isDeduplicated ? [names.occurrences.table] : []),
    ]),
    ...endSteps,
  ]);
}
