import { HOUR } from './time';

/** A chain of repairs without an event for so long is abandoned. */
const IDLE = HOUR;

export const OUTCOMES = ['fixed', 'gave_up', 'abandoned'] as const;
export type Outcome = (typeof OUTCOMES)[number];

/** What a message is for. Its words are chosen elsewhere and change nothing here. */
export type Purpose =
  'request' | 'giant' | 'remark' | 'working' | 'completed' | 'attempt' | 'fixed' | 'gave_up' | 'chatter' | 'note';

export const FROM_USER: readonly Purpose[] = ['request', 'giant', 'remark'];

export interface PlannedMessage {
  readonly at: number;
  readonly chat: string;
  /** Counts the messages of a chat from 0, in the order in which they are meant. */
  readonly index: number;
  readonly purpose: Purpose;
  readonly scene: string | null;
}

/** The attempts at one scene of one chat up to their end, as the plan means them. */
export interface PlannedChain {
  readonly chat: string;
  readonly scene: string | null;
  readonly attempts: readonly number[];
  readonly outcome: Outcome;
  readonly endedAt: number;
}

export interface PlannedChat {
  readonly messages: readonly PlannedMessage[];
  readonly chains: readonly PlannedChain[];
}

/** Writes one chat from its beginning to its end and keeps the books on its chains. Times never go back. */
export interface ChatScript {
  /** The user writes: whatever is being repaired in this chat is abandoned. */
  user(at: number, purpose: 'request' | 'giant' | 'remark', scene: string | null): void;
  /** Something is said that is no event of a repair. */
  say(at: number, purpose: 'working' | 'completed' | 'chatter' | 'note', scene: string | null): void;
  attempt(at: number, scene: string | null): void;
  /** Ends the scene's chain; says it to no effect where none is open any more. */
  end(at: number, scene: string | null, outcome: 'fixed' | 'gave_up'): void;
  /** Closes the books: what is still open is abandoned by silence. */
  finish(): PlannedChat;
}

export function chatScript(chat: string): ChatScript {
  const messages: PlannedMessage[] = [];
  const chains: PlannedChain[] = [];
  const open = new Map<string | null, number[]>();

  const write = (at: number, purpose: Purpose, scene: string | null) => {
    const last = messages.at(-1)?.at ?? at;
    if (at < last) {
      throw new Error(`The plan of chat ${chat} goes back in time: ${purpose} at ${at} after ${last}`);
    }
    messages.push({ at, chat, index: messages.length, purpose, scene });
  };
  const close = (scene: string | null, outcome: Outcome, endedAt: number) => {
    const attempts = open.get(scene);
    if (attempts) {
      open.delete(scene);
      chains.push({ chat, scene, attempts, outcome, endedAt });
    }
  };
  /** Chains that fell silent before `at`. */
  const expire = (at: number) => {
    for (const [scene, attempts] of [...open]) {
      const silentAt = (attempts.at(-1) ?? at) + IDLE;
      if (silentAt <= at) {
        close(scene, 'abandoned', silentAt);
      }
    }
  };

  return {
    user(at, purpose, scene) {
      write(at, purpose, scene);
      expire(at);
      for (const abandoned of [...open.keys()]) {
        close(abandoned, 'abandoned', at);
      }
    },
    say: write,
    attempt(at, scene) {
      write(at, 'attempt', scene);
      expire(at);
      open.set(scene, [...(open.get(scene) ?? []), at]);
    },
    end(at, scene, outcome) {
      write(at, outcome, scene);
      expire(at);
      close(scene, outcome, at);
    },
    finish() {
      expire(Infinity);
      return { messages, chains };
    },
  };
}
