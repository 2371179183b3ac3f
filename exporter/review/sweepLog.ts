import { type Logger } from 'pino';

import { type SweepLog } from './sweep';

export const sweepLog = (log: Logger): SweepLog => ({
  absent: () =>
    log.warn(
      { remedy: 'Run npx genwatch sql three-strikes in the database: until then no test is made of failures.' },
      'there are no three strikes in this database'
    ),
  failed: ({ reason, code, remedy }) => log.warn({ reason, code, remedy }, 'tests that were put off cannot be made'),
  recovered: () => log.info('tests that were put off are made again'),
  made: (tests) => log.info({ tests }, 'tests that were put off have been made'),
});
