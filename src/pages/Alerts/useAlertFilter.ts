import { useAddress } from '../../shared/useAddress';
import { type AlertFilter } from './alertFilter';

/** What is shown, as the address says. */
export function useAlertFilter(): {
  readonly filter: AlertFilter;
  readonly setFilter: (changed: Partial<AlertFilter>) => void;
} {
  const { params, setParameters } = useAddress<keyof AlertFilter>();
  const chosen = (name: keyof AlertFilter) => params.get(name) || undefined;
  return { filter: { severity: chosen('severity'), system: chosen('system') }, setFilter: setParameters };
}
