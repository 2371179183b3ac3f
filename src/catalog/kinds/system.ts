import { type Settings } from '../settings/settings';
import { type Measured } from '../shapes/measured';
import { type Alert } from './alert';
import { type Checklist } from './checklist';
import { type Dashboard } from './dashboard';
import { type Light } from './light';
import { type Metric } from './metric';
import { type Query } from './query';
import { type ReviewedTests } from './reviewedTests';
import { type Summarize } from './summary';
import { type Table } from './table';
import { type Threshold } from './threshold';
import { type UnknownMessages } from './unknownMessages';

/** One monitored system: everything the emitters, the exporter and the pages know of it. */
export interface System {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly thresholds: readonly Threshold[];
  readonly metrics: readonly Metric[];
  /** Tables of the application that its queries read. */
  readonly tables?: readonly Table[];
  readonly queries: readonly Query[];
  /** Messages that no pattern knows, for whoever wants to name them. */
  readonly unknownMessages?: UnknownMessages;
  /** Tests that people approve or reject. */
  readonly reviewedTests?: ReviewedTests;
  readonly alerts: readonly Alert[];
  readonly dashboards: readonly Dashboard[];
  /** What its documented health check says, out of the present values of its series. */
  readonly health?: (found: readonly Measured[]) => HealthFields;
  /** The state of the whole system as one series. */
  readonly light?: Light;
  readonly checklists?: readonly Checklist[];
  /** What the rows of the queries that checklists name come to, by the id of the query. */
  readonly summaries?: Readonly<Record<string, Summarize>>;
}

/** A documented health check: numbers by the names that the document gives them; null where nothing is known. */
export type HealthFields = Readonly<Record<string, number | null>>;

/** A system is a function of the settings, so that overrides exist before anything is built from them. */
export type SystemFactory = (settings: Settings) => System;
