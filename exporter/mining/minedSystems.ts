import { type Catalog } from '../../src/catalog/catalog';
import { type UnknownMessages } from '../../src/catalog/kinds/unknownMessages';
import { type TemplatesDocument } from '../../src/catalog/templates/minedTemplate';
import { type MinedSource } from './minedSource';

/** A system that has messages which no pattern knows. */
export interface MinedSystem {
  readonly system: string;
  readonly unknown: UnknownMessages;
}

export const minedSystems = ({ systems }: Catalog): MinedSystem[] =>
  systems.flatMap(({ id, unknownMessages }) => (unknownMessages ? [{ system: id, unknown: unknownMessages }] : []));

/** What the exporter answers at `/templates`. */
export const templatesDocument = (mined: readonly MinedSource[]): TemplatesDocument => ({
  readings: mined.flatMap((one) => one.reading() ?? []),
  templates: mined.flatMap((one) => one.templates()).sort((one, other) => other.count - one.count),
});
