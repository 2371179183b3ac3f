import { setImmediate } from 'node:timers/promises';

import { type Duration } from '../../src/catalog/exact/duration';
import { type UnknownMessages } from '../../src/catalog/kinds/unknownMessages';
import { javascriptPattern } from '../../src/catalog/sql/pattern';
import { type MinedReading, type MinedTemplate } from '../../src/catalog/templates/minedTemplate';
import { type Answer } from '../database';
import { AnswerError } from '../errorReason';
import { ageSeconds } from '../registry';
import { exporterSql } from '../render';
import { sourceOf, type Source, type Surroundings } from '../source';
import { type TieredQuery } from '../tieredQuery';
import { type Row } from '../values';
import { createMiner, type UnknownMessage } from './miner';

/** Messages of one system, mined anew at each reading: nothing is remembered that could miss what commits late. */
export interface MinedSource {
  readonly source: Source;
  /** Nothing until the messages have been read once. */
  reading(): MinedReading | undefined;
  templates(): readonly MinedTemplate[];
}

interface MinedSourceOptions extends Surroundings {
  readonly system: string;
  readonly unknown: UnknownMessages;
  readonly settle: Duration;
}

/** A scrape waits no longer than these take. */
const MESSAGES_AT_ONCE = 100;

export function createMinedSource({ system, unknown, settle, ...surroundings }: MinedSourceOptions): MinedSource {
  const { limit, setting, window } = unknown;
  const query = tieredQueryOf(unknown);
  const openings = unknown.openings.map(javascriptPattern);
  let mined: { readonly messages: number; readonly isPart: boolean; readonly templates: readonly MinedTemplate[] } = {
    messages: 0,
    isPart: false,
    templates: [],
  };

  async function mine({ rows }: Answer) {
    const miner = createMiner({ openings });
    const messages = rows.slice(0, limit).map(messageOf).reverse();
    for (let i = 0; i < messages.length; i += MESSAGES_AT_ONCE) {
      messages.slice(i, i + MESSAGES_AT_ONCE).forEach((message) => miner.add(message));
      await setImmediate();
    }
    const templates = miner.templates().map((found): MinedTemplate => ({ system, setting, ...found }));
    mined = { messages: messages.length, isPart: rows.length > limit, templates };
    return [{ metric: unknown.templates, labels: {}, value: templates.length }];
  }

  // One row more than is mined tells whether there are more.
  const source = sourceOf({ query, sql: exporterSql(query, settle, limit + 1), samplesOf: mine }, surroundings);
  return {
    source,
    templates: () => mined.templates,
    reading() {
      const age = ageSeconds(source, surroundings.clock);
      return age === undefined
        ? undefined
        : { system, window, messages: mined.messages, isPart: mined.isPart, ageSeconds: Math.round(age) };
    },
  };
}

/** The query as one that the exporter runs. */
export const tieredQueryOf = ({ query, window, every, templates }: UnknownMessages): TieredQuery => ({
  ...query,
  tier: { window, every, feeds: { templates: { metric: templates, labels: {} } } },
});

function messageOf({ message, at, names }: Row): UnknownMessage {
  if (at === undefined || names === undefined || message === undefined) {
    throw new AnswerError(
      'missing_column',
      'A query for unknown messages lacks a column. Mend its SQL in src/catalog.'
    );
  }
  return { text: message ?? '', at: Number(at), names: namesIn(names ?? '[]') };
}

function namesIn(json: string): string[] {
  const names: unknown = JSON.parse(json);
  return Array.isArray(names) ? names.filter((name) => name !== null).map(String) : [];
}
