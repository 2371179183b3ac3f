import { type Fault } from '../fault';
import { deleteFaultGenerations, insertFaultGenerations } from './faultGenerations';
import { PALETTE } from './faultKinds';
import { failuresOf } from './generationFault';
import { requireTrigger, switchOff, switchOn } from './strikes';

const ID = 'trigger-broken';

/** Somebody switched the trigger off for an import and forgot it: strikes stay without their test. */
export const triggerBroken: Fault = {
  id: ID,
  title: 'the database no longer makes tests of failures',
  raises: [
    { alert: 'GenerationStrikesUnanswered', level: 'critical' },
    { alert: 'GenerationErrorRepeated', level: 'info' },
  ],
  raise: ({ catalog, database }) =>
    database(async (client) => {
      await requireTrigger(client, 'there');
      await switchOff(client);
      const strikes = Number(catalog.settings.generation.strikes.failures);
      await insertFaultGenerations(client, ID, failuresOf(PALETTE, strikes));
      return `Switched the trigger off, and inserted ${strikes} generations that failed of ${PALETTE.type}.`;
    }),
  clear: ({ database }) =>
    database(async (client) => {
      // First, so that nothing is left to be counted once the trigger is back.
      const rows = await deleteFaultGenerations(client, ID);
      const wasOff = await switchOn(client);
      return rows > 0 || wasOff ? `Removed ${rows} rows; the trigger is on.` : undefined;
    }),
};
