import { type Notification } from './notification';

/** The latest notifications, oldest first. */
export interface History {
  /** Whether the notification says something that the last one of the same alert did not. */
  add(notification: Notification): boolean;
  list(): readonly Notification[];
}

/** Keeps the last `limit` notifications in memory. */
export function createHistory(limit: number): History {
  let kept: readonly Notification[] = [];
  return {
    add(notification) {
      const last = kept.findLast(({ fingerprint }) => fingerprint === notification.fingerprint);
      kept = [...kept, notification].slice(-limit);
      return last?.status !== notification.status || last.startsAt !== notification.startsAt;
    },
    list: () => kept,
  };
}
