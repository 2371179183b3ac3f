import { type PatternSetting } from '../kinds/unknownMessages';
import { type FailureCategory } from '../settings/settings';

/** What messages that no pattern knows have in common. Texts are masked: none holds a value of a message. */
export interface MinedTemplate {
  /** Id of the system whose messages these are. */
  readonly system: string;
  /** The list of the settings in which a pattern for them belongs. */
  readonly setting: PatternSetting;
  /** The same for the same words, in every exporter. */
  readonly id: string;
  /** `Cannot resolve <text> in <path>`; `<*>` is a word that differs. */
  readonly template: string;
  /** Proposals, made of the words of the template. */
  readonly name: string;
  readonly category: FailureCategory;
  readonly count: number;
  /** ISO 8601, UTC. */
  readonly firstSeen: string;
  readonly lastSeen: string;
  readonly examples: readonly string[];
}

/** What was read of a system, for people who wonder what the counts are of. */
export interface MinedReading {
  readonly system: string;
  readonly window: string;
  readonly messages: number;
  /** There were more messages than are read: the counts are of the newest. */
  readonly isPart: boolean;
  readonly ageSeconds: number;
}

/** The answer of the exporter's `/templates`: the most frequent first. */
export interface TemplatesDocument {
  readonly readings: readonly MinedReading[];
  readonly templates: readonly MinedTemplate[];
}
