import { type Message, type MillisecondRange } from './message';

/** A request as the catalog describes it. Times are in milliseconds. */
export interface ReferenceRequest {
  readonly chat: string;
  readonly askedAt: number;
  outcome: 'completed' | 'replaced' | 'unanswered' | 'open';
  endedAt: number | null;
}

const asks = ({ role, content }: Message) => role === 'user' && /\b(create|add|make)\b/i.test(content ?? '');
const isScene = ({ role, content }: Message) => role === 'assistant' && /\bscene completed\b/i.test(content ?? '');

/**
 * Goes through the messages one by one and keeps each chat's open request, under the default phrases. Returns those that
 * ended in the range and those open at its end.
 */
export function referenceRequests(
  messages: readonly Message[],
  range: MillisecondRange,
  idle: number
): ReferenceRequest[] {
  const requests: ReferenceRequest[] = [];
  const open = new Map<string, ReferenceRequest>();
  const end = (chat: string, outcome: ReferenceRequest['outcome'], at: number) => {
    const request = open.get(chat);
    if (request) {
      open.delete(chat);
      Object.assign(request, { outcome, endedAt: at });
    }
  };
  const lapse = (now: number) => {
    for (const [chat, { askedAt }] of [...open]) {
      if (now - askedAt >= idle) {
        end(chat, 'unanswered', askedAt + idle);
      }
    }
  };
  const rank = (message: Message) => (asks(message) ? 0 : 1);
  const seen = messages
    .filter(({ at }) => at < range.to)
    .sort((a, b) => a.at - b.at || rank(a) - rank(b) || a.id - b.id);
  for (const message of seen) {
    const { chat, at } = message;
    lapse(at);
    if (asks(message)) {
      end(chat, 'replaced', at);
      const request: ReferenceRequest = { chat, askedAt: at, outcome: 'open', endedAt: null };
      requests.push(request);
      open.set(chat, request);
    } else if (isScene(message)) {
      end(chat, 'completed', at);
    }
  }
  // What runs out at the end of the range itself is still open.
  lapse(range.to - 1);
  return requests.filter(({ endedAt }) => endedAt === null || endedAt >= range.from);
}
