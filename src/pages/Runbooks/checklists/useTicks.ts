import { useState } from 'react';

/** What somebody has done of a checklist in a period, kept in this browser. */
export interface Ticks {
  has(item: string): boolean;
  set(item: string, isDone: boolean): void;
}

/** Ticks of one checklist in one period; another period begins without any. */
export function useTicks(checklist: string, period: string): Ticks {
  const key = `genwatch.checklist.${checklist}.${period}`;
  const [ticked, setTicked] = useState(() => ({ key, items: readTicks(key) }));
  const items = ticked.key === key ? ticked.items : readTicks(key);
  return {
    has: (item) => items.includes(item),
    set: (item, isDone) => {
      const changed = [...items.filter((one) => one !== item), ...(isDone ? [item] : [])];
      localStorage.setItem(key, JSON.stringify(changed));
      setTicked({ key, items: changed });
    },
  };
}

/** Anything else under the key counts as nothing. */
function readTicks(key: string): readonly string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((item) => typeof item === 'string') : [];
  } catch {
    return [];
  }
}
