import { type SpecDocument as DocumentName } from '../../src/catalog/kinds/source';
import { type Place, type SpecDocument } from './document';
import { type Exclusion } from './exclusions';
import { type Placement } from './placements';

/** What became of a place. */
export type Status =
  | { readonly kind: 'implemented'; readonly by: readonly string[] }
  | { readonly kind: 'excluded'; readonly reason: string }
  | { readonly kind: 'open' };

export interface CoveredPlace {
  readonly place: Place;
  readonly status: Status;
}

export interface Coverage {
  readonly documents: ReadonlyArray<{
    readonly name: DocumentName;
    readonly document: SpecDocument;
    readonly places: readonly CoveredPlace[];
  }>;
  /** Citations, exclusions and placements that point at nothing, or contradict each other. */
  readonly problems: readonly string[];
}

export interface Lists {
  readonly exclusions: readonly Exclusion[];
  readonly placements: readonly Placement[];
  /** Whether a file of the project is there, by its path from the root, and the section behind a `#`. */
  readonly isFile: (path: string) => boolean;
}
