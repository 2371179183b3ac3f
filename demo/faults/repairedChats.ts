import { knownError } from '../simulator/texts/errors';
import { type FaultRow } from './faultRows';

/** The repairs lie in so many minutes before now, so that they stay in the hour for a while. */
export const SPREAD_MINUTES = 20;

/** So many chats, each with one repair of `scene` that succeeded at once. */
export const repairedChats = (chats: number, scene: string): FaultRow[] =>
  Array.from({ length: chats }, (_, chat): FaultRow[] => {
    const row = { chat, role: 'assistant', scene } as const;
    const ended = 1 + (SPREAD_MINUTES * 60 * chat) / chats;
    return [
      { ...row, content: `Fixing ${scene}: ${knownError(chat)}`, secondsAgo: ended + 10 },
      { ...row, content: `✅ ${scene}: fixed issues`, secondsAgo: ended },
    ];
  }).flat();
