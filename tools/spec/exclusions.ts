/** A place that asks nothing of Genwatch. */
export interface Exclusion {
  /** Anchor; what lies in it is excluded with it, unless `alone`. */
  readonly place: string;
  readonly reason: string;
  readonly alone?: true;
}

const PROSE = 'title or introduction, asks for nothing';

/** Places of the documents that the product leaves out, with the reason. Only what is certain stands here: the rest is open. */
export const EXCLUSIONS: readonly Exclusion[] = [
  { place: '1:Production Monitoring Setup - Code Validation System', reason: PROSE, alone: true },
  { place: '1:Monitoring Overview', reason: PROSE },
  { place: '2:Phase 3: Monitoring & Recovery - COMPLETE', reason: PROSE, alone: true },
  { place: '2:Overview', reason: PROSE },
  { place: '2:Summary#line-1', reason: PROSE },
];
