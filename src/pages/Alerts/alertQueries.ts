import { type GenwatchQuery } from '../../datasource/query/query';

/** What fires, what is about to, and who silenced what. Of all systems: the heartbeat of one tells about the others too. */
export const ALERT_QUERIES: readonly GenwatchQuery[] = [
  { refId: 'firing', kind: 'alerts', show: 'firing' },
  { refId: 'pending', kind: 'alerts', show: 'pending' },
  {
    refId: 'silences',
    kind: 'endpoint',
    endpoint: 'alertmanager-silences',
    fields: [{ path: 'id' }, { path: 'createdBy' }, { path: 'comment' }, { path: 'endsAt', type: 'time' }],
  },
];
