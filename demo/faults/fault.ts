import { type ClientBase } from 'pg';
import { type Catalog } from '../../src/catalog/catalog';
import { type AlertLevel } from '../../src/catalog/kinds/threshold';
import { type Disturbances } from '../simulator/application/disturbances';
import { type Stretch } from './due';
import { type ConfigChange } from './prometheusConfig';

/** What a fault may touch of the running stack. */
export interface FaultContext {
  readonly catalog: Catalog;
  /** Runs `use` on a connection of its own to the demo's database. */
  database<T>(use: (client: ClientBase) => Promise<T>): Promise<T>;
  readonly services: {
    stop(name: string): Promise<void>;
    /** Answers whether it did not run. */
    start(name: string): Promise<boolean>;
  };
  /** What Prometheus scrapes, evaluates and tells, as long as the stack runs. */
  readonly prometheus: {
    change(change: ConfigChange): Promise<void>;
    /** Answers whether the change was in force. */
    restore(change: ConfigChange): Promise<boolean>;
  };
  /** What can be wrong with the simulated application. */
  readonly application: Disturbances;
}

/** An alert at one level. */
export interface Raised {
  readonly alert: string;
  readonly level: AlertLevel;
  /** How long at most it takes until the alert's value is as bad as its bound; nothing means at once. */
  readonly ramp?: (catalog: Catalog) => Stretch;
}

/** Something that can be broken on purpose, and mended again. */
export interface Fault {
  /** As typed: `infinite-loop`. */
  readonly id: string;
  readonly title: string;
  /** What has to arrive because of it. */
  readonly raises: readonly Raised[];
  /** `afterwards`: while it lasts nobody can be told, so that its alerts arrive once it is taken back. */
  readonly arrives?: 'afterwards';
  /** Breaks it; calling it twice breaks it twice at most. Returns what was done, as a sentence. */
  raise(context: FaultContext): Promise<string>;
  /** Undoes all of `raise`, however often it was called. Returns what was done, as a sentence; nothing when there was nothing to undo. */
  clear(context: FaultContext): Promise<string | undefined>;
}
