import { type Message, type MillisecondRange } from './message';

/** A repair chain as the decision describes it. Times are in milliseconds. */
export interface ReferenceChain {
  readonly chat: string;
  readonly scene: string | null;
  attempts: number;
  readonly firstAttempt: number;
  lastAttempt: number;
  outcome: 'fixed' | 'gave_up' | 'abandoned' | 'open';
  endedAt: number | null;
}

type EventKind = 'user' | 'attempt' | 'trip' | 'success';

/** What a message is under the default phrases. */
export function eventKind({ role, content }: Message): EventKind | undefined {
  if (role === 'user') {
    return 'user';
  }
  if (role !== 'assistant' || content === null) {
    return undefined;
  }
  if (/^fixing/i.test(content)) {
    return 'attempt';
  }
  if (/\bgiving up\b/i.test(content) || /\bcircuit breaker\b/i.test(content)) {
    return 'trip';
  }
  return /\bfixed issues\b/i.test(content) ? 'success' : undefined;
}

/**
 * The chains of a whole history: goes through the messages one by one and keeps the chains that are open.
 * Returns those that ended in the range or made an attempt in it last, and those open at its end.
 */
export function referenceChains(messages: readonly Message[], range: MillisecondRange, idle: number): ReferenceChain[] {
  const chains: ReferenceChain[] = [];
  const open = () => chains.filter(({ outcome }) => outcome === 'open');
  const end = (chain: ReferenceChain, outcome: ReferenceChain['outcome'], at: number) => {
    chain.outcome = outcome;
    chain.endedAt = at;
  };

  for (const message of inOrder(messages.filter(({ at }) => at < range.to))) {
    for (const chain of open()) {
      if (message.at - chain.lastAttempt >= idle) {
        end(chain, 'abandoned', chain.lastAttempt + idle);
      }
    }
    const ofChat = open().filter(({ chat }) => chat === message.chat);
    const ofScene = ofChat.find(({ scene }) => scene === message.scene);
    switch (eventKind(message)) {
      case 'user':
        ofChat.forEach((chain) => end(chain, 'abandoned', message.at));
        break;
      case 'attempt':
        if (ofScene) {
          ofScene.attempts += 1;
          ofScene.lastAttempt = message.at;
        } else {
          chains.push(newChain(message));
        }
        break;
      case 'trip':
        if (ofScene) {
          end(ofScene, 'gave_up', message.at);
        }
        break;
      case 'success':
        if (ofScene) {
          end(ofScene, 'fixed', message.at);
        }
        break;
    }
  }
  for (const chain of open()) {
    if (chain.lastAttempt + idle < range.to) {
      end(chain, 'abandoned', chain.lastAttempt + idle);
    }
  }
  return chains.filter(
    ({ outcome, endedAt, lastAttempt }) =>
      outcome === 'open' || lastAttempt >= range.from || (endedAt !== null && endedAt >= range.from)
  );
}

const newChain = ({ chat, scene, at }: Message): ReferenceChain => ({
  chat,
  scene,
  attempts: 1,
  firstAttempt: at,
  lastAttempt: at,
  outcome: 'open',
  endedAt: null,
});

const RANK = { user: 0, attempt: 1, trip: 2, success: 2 };

function inOrder(messages: readonly Message[]): Message[] {
  const rank = (message: Message) => RANK[eventKind(message) ?? 'success'];
  return [...messages].sort((a, b) => a.at - b.at || rank(a) - rank(b) || a.id - b.id);
}

export interface ReferenceSummary {
  readonly fixed: number;
  readonly gave_up: number;
  readonly abandoned: number;
  readonly open: number;
  readonly longest_named: number;
  readonly longest_unnamed: number;
}

/** Finished chains by their end, open ones as they are, and the longest of those whose last attempt is in the range. */
export function referenceSummary(chains: readonly ReferenceChain[], { from }: MillisecondRange): ReferenceSummary {
  const ended = (outcome: string) =>
    chains.filter((chain) => chain.outcome === outcome && chain.endedAt !== null && chain.endedAt >= from).length;
  const longest = (named: boolean) =>
    Math.max(
      0,
      ...chains
        .filter(({ scene, lastAttempt }) => (scene !== null) === named && lastAttempt >= from)
        .map(({ attempts }) => attempts)
    );
  return {
    fixed: ended('fixed'),
    gave_up: ended('gave_up'),
    abandoned: ended('abandoned'),
    open: chains.filter(({ outcome }) => outcome === 'open').length,
    longest_named: longest(true),
    longest_unnamed: longest(false),
  };
}
