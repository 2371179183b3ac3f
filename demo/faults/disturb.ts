import { type Disturbance } from '../simulator/application/disturbance';
import { type Fault, type FaultContext } from './fault';

interface Disturbing extends Pick<Fault, 'id' | 'title' | 'raises'> {
  /** What is wrong from now on, under the settings of the stack. */
  readonly what: (context: FaultContext) => Omit<Disturbance, 'since'>;
  /** What was done, as a sentence. */
  readonly done: string;
}

/** A fault of the simulated application; raised again it goes on as it began. */
export function disturb({ what, done, ...fault }: Disturbing): Fault {
  return {
    ...fault,
    raise: (context) => {
      if (context.application.has(fault.id)) {
        return Promise.resolve('That is so already.');
      }
      context.application.begin(fault.id, { ...what(context), since: Date.now() });
      return Promise.resolve(done);
    },
    clear: ({ application }) =>
      Promise.resolve(application.end(fault.id) ? 'The application is as it was before.' : undefined),
  };
}
