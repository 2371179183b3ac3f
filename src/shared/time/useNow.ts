import { useEffect, useState } from 'react';

/** Often enough for texts that count minutes. */
const EVERY_MS = 30_000;

/** The present, in milliseconds since 1970, as it goes on. */
export function useNow(): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), EVERY_MS);
    return () => clearInterval(timer);
  }, []);
  return now;
}
