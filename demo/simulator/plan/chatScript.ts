import { HOUR } from './time';

/** A chain of repairs without an event for so long is abandoned, and so is a request without its scene. */
const IDLE = HOUR;

export const OUTCOMES = ['fixed', 'gave_up', 'abandoned'] as const;
export type Outcome = (typeof OUTCOMES)[number];
/** What became of a request: its scene, another request before that, or nothing. */
export const ANSWERS = ['completed', 'replaced', 'unanswered'] as const;
export type Answer = (typeof ANSWERS)[number];

/**
 * What a message is for. Its words are chosen elsewhere and change nothing here. A `wish` asks for a scene in words that
 * nobody counts as a request, a `riddle` is an attempt whose error no pattern knows.
 */
export type Purpose =
  | 'request'
  | 'giant'
  | 'wish'
  | 'remark'
  | 'working'
  | 'completed'
  | 'attempt'
  | 'riddle'
  | 'fixed'
  | 'gave_up'
  | 'chatter'
  | 'note';

const REQUESTS: readonly Purpose[] = ['request', 'giant'];
export const FROM_USER: readonly Purpose[] = [...REQUESTS, 'wish', 'remark'];
export const ATTEMPTS: readonly Purpose[] = ['attempt', 'riddle'];

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

/** A user's request up to its scene, the chat's next request or an hour, whichever is first. */
export interface PlannedRequest {
  readonly askedAt: number;
  readonly answer: Answer;
  readonly endedAt: number;
}

export interface PlannedChat {
  readonly messages: readonly PlannedMessage[];
  readonly chains: readonly PlannedChain[];
  readonly requests: readonly PlannedRequest[];
}

/** Writes one chat from its beginning to its end and keeps the books on its chains and requests. Times never go back. */
export interface ChatScript {
  /** The user writes: whatever is being repaired in this chat is abandoned. */
  user(at: number, purpose: 'request' | 'giant' | 'wish' | 'remark', scene: string | null): void;
  /** Something is said that is no event of a repair. */
  say(at: number, purpose: 'working' | 'completed' | 'chatter' | 'note', scene: string | null): void;
  attempt(at: number, scene: string | null, purpose?: 'attempt' | 'riddle'): void;
  /** Ends the scene's chain; says it to no effect where none is open any more. */
  end(at: number, scene: string | null, outcome: 'fixed' | 'gave_up'): void;
  /** Closes the books: what is still open is abandoned by silence. */
  finish(): PlannedChat;
}

export function chatScript(chat: string): ChatScript {
  const messages: PlannedMessage[] = [];
  const chains: PlannedChain[] = [];
  const open = new Map<string | null, number[]>();
  const requests: PlannedRequest[] = [];
  let askedAt: number | undefined;

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
  /** Something happens to the open request, if there is one: too late after an hour. */
  const answer = (how: Answer, at: number) => {
    if (askedAt !== undefined) {
      const late = askedAt + IDLE <= at;
      requests.push({ askedAt, answer: late ? 'unanswered' : how, endedAt: late ? askedAt + IDLE : at });
      askedAt = undefined;
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
      if (REQUESTS.includes(purpose)) {
        answer('replaced', at);
        askedAt = at;
      }
    },
    say(at, purpose, scene) {
      write(at, purpose, scene);
      if (purpose === 'completed') {
        answer('completed', at);
      }
    },
    attempt(at, scene, purpose = 'attempt') {
      write(at, purpose, scene);
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
      answer('unanswered', Infinity);
      return { messages, chains, requests };
    },
  };
}
