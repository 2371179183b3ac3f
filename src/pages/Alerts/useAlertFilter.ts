import { useSearchParams } from 'react-router-dom';

import { type AlertFilter } from './alertFilter';

/** What is shown, as the address says, so that a view can be shared. */
export function useAlertFilter(): {
  readonly filter: AlertFilter;
  readonly setFilter: (changed: Partial<AlertFilter>) => void;
} {
  const [params, setParams] = useSearchParams();
  const chosen = (name: keyof AlertFilter) => params.get(name) || undefined;
  return {
    filter: { severity: chosen('severity'), system: chosen('system') },
    setFilter: (changed) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [name, value] of Object.entries(changed)) {
            if (value) {
              after.set(name, value);
            } else {
              after.delete(name);
            }
          }
          return after;
        },
        { replace: true }
      ),
  };
}
