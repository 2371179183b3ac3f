import { type FailureKind } from '../../simulator/generation/plan/errorKind';
import { type Fault, type FaultContext } from '../fault';
import { deleteFaultGenerations, insertFaultGenerations } from './faultGenerations';

interface FailingGenerations extends Pick<Fault, 'id' | 'title' | 'raises'> {
  /** What the inserted generations fail of, in their order; nothing for one that succeeds. */
  readonly kinds: (context: FaultContext) => Promise<ReadonlyArray<FailureKind | undefined>>;
  /** What was done, as a sentence. */
  readonly done: (failures: number) => string;
}

/** A fault that is nothing but generations. */
export const generationFault = ({ kinds, done, ...fault }: FailingGenerations): Fault => ({
  ...fault,
  async raise(context) {
    const wanted = await kinds(context);
    await context.database((client) => insertFaultGenerations(client, fault.id, wanted));
    return done(wanted.filter((kind) => kind !== undefined).length);
  },
  async clear({ database }) {
    const rows = await database((client) => deleteFaultGenerations(client, fault.id));
    return rows > 0 ? `Removed the ${rows} rows of these generations, and what was learned from them.` : undefined;
  },
});

/** So many failures of one kind; each is tried again, and then succeeds. */
export const failuresOf = (kind: FailureKind, count: number): Array<FailureKind | undefined> =>
  Array.from({ length: count }, () => [kind, undefined]).flat();

/** A kind that the simulator knows. Throws when it does not. */
export function knownKind(kinds: readonly FailureKind[], type: string): FailureKind {
  const kind = kinds.find((one) => one.type === type);
  if (!kind) {
    throw new Error(`The simulator knows no error ${type}: correct the fault that makes it`);
  }
  return kind;
}
