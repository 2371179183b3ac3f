import { type GenwatchQuery } from '../../datasource/query/query';

/** What fires, what is about to, and who silenced what; `system` leaves the rest out. */
export const alertQueries = (system?: string): GenwatchQuery[] => {
  const of = system === undefined ? {} : { system };
  return [
    { refId: 'firing', kind: 'alerts', show: 'firing', ...of },
    { refId: 'pending', kind: 'alerts', show: 'pending', ...of },
    {
      refId: 'silences',
      kind: 'endpoint',
      endpoint: 'alertmanager-silences',
      fields: [{ path: 'id' }, { path: 'createdBy' }, { path: 'comment' }, { path: 'endsAt', type: 'time' }],
    },
  ];
};
