import { type State } from '../../../catalog/kinds/dashboard';

/** What a value is called that is not there. Grafana shows it when a query fails too, so it never sounds good. */
export const noValue = (states: readonly State[] = []): string => (states.length > 0 ? 'unknown' : 'no data');
