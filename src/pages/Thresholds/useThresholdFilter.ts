import { useAddress } from '../../shared/useAddress';
import { FILTER_KEYS, filterOf, type ThresholdFilter } from './thresholdFilter';

type Key = (typeof FILTER_KEYS)[number];

/** What is shown, as the address says. */
export function useThresholdFilter(): {
  readonly filter: ThresholdFilter;
  readonly setParameters: (changed: Readonly<Partial<Record<Key, string>>>) => void;
  readonly clear: () => void;
} {
  const { params, setParameters } = useAddress<Key>();
  return {
    filter: filterOf(params),
    setParameters,
    clear: () => setParameters(Object.fromEntries(FILTER_KEYS.map((key) => [key, '']))),
  };
}
