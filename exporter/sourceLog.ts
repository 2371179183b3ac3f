import { type Logger } from 'pino';

import { type SourceLog } from './source';

/** A line when a source begins to fail, fails for another reason, or recovers; nothing in between, nor once `muted`. */
export const sourceLog = (log: Logger, muted: () => boolean): SourceLog => ({
  failed(source, { reason, code, remedy }) {
    if (!muted()) {
      log.warn({ source, reason, code, remedy }, 'source cannot be read');
    }
  },
  recovered(source, outageMs) {
    log.info({ source, outageSeconds: Math.round(outageMs) / 1000 }, 'source is read again');
  },
});
