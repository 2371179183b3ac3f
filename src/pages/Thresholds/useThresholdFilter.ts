import { useSearchParams } from 'react-router-dom';

import { FILTER_KEYS, filterOf, type ThresholdFilter } from './thresholdFilter';

type Key = (typeof FILTER_KEYS)[number];

/** The filter stands in the address, so that a view can be shared; what is empty is left out of it. */
export function useThresholdFilter(): {
  readonly filter: ThresholdFilter;
  readonly setParameters: (changed: Readonly<Partial<Record<Key, string>>>) => void;
  readonly clear: () => void;
} {
  const [params, setParams] = useSearchParams();
  const setParameters = (changed: Readonly<Partial<Record<Key, string>>>) =>
    setParams(
      (before) => {
        const after = new URLSearchParams(before);
        for (const [key, value] of Object.entries(changed)) {
          if (value) {
            after.set(key, value);
          } else {
            after.delete(key);
          }
        }
        return after;
      },
      { replace: true }
    );
  return {
    filter: filterOf(params),
    setParameters,
    clear: () => setParameters(Object.fromEntries(FILTER_KEYS.map((key) => [key, '']))),
  };
}
