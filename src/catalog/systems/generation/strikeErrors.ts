import { type Table } from '../../kinds/table';
import { type Settings } from '../../settings/settings';
import { ownTable } from './ownTables';

export const STRIKE_ERRORS = { time: 'at' } as const;

/** Where the trigger that makes tests writes its own errors: beside the failures. */
export const strikeErrorsTable = (settings: Settings): string => ownTable(settings, 'errors');

export const strikeErrors = (settings: Settings): Table => ({
  setting: 'generation.failures',
  holds: 'Errors inside the trigger that makes tests',
  name: strikeErrorsTable(settings),
  optional: true,
  columns: [
    { name: 'id', type: 'bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY', unread: true },
    { name: 'error_type', type: 'text' },
    { name: 'message', type: 'text NOT NULL' },
    { name: STRIKE_ERRORS.time, type: 'timestamptz NOT NULL DEFAULT now()' },
  ],
  time: STRIKE_ERRORS.time,
  acceleration: [],
});
