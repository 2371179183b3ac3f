import { useLocation } from 'react-router-dom';

const RANGE_KEYS = ['from', 'to', 'timezone'];

/** Gives links the range of the page that they stand on, so that one goes on looking at the same time. */
export function useInRange(): (url: string) => string {
  const { search } = useLocation();
  const params = new URLSearchParams(search);
  const range = new URLSearchParams(RANGE_KEYS.flatMap((key) => params.getAll(key).map((value) => [key, value])));
  return (url) => (range.size > 0 ? `${url}?${range}` : url);
}
