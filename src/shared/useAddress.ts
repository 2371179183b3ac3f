import { useSearchParams } from 'react-router-dom';

/** What a page is asked to show stands in its address, so that a view can be shared; what is empty is left out of it. */
export function useAddress<Key extends string>(): {
  readonly params: URLSearchParams;
  readonly setParameters: (changed: Readonly<Partial<Record<Key, string | undefined>>>) => void;
} {
  const [params, setParams] = useSearchParams();
  return {
    params,
    setParameters: (changed) =>
      setParams(
        (before) => {
          const after = new URLSearchParams(before);
          for (const [key, value] of Object.entries<string | undefined>(changed)) {
            if (value) {
              after.set(key, value);
            } else {
              after.delete(key);
            }
          }
          return after;
        },
        { replace: true }
      ),
  };
}
