import { type Catalog } from '../../src/catalog/catalog';
import { settingsJsonSchema } from '../../src/catalog/settings/jsonSchema';
import { type Bundle } from './bundle';

/** JSON Schema by which editors complete and check genwatch.config.yaml. */
export const emitSettingsSchema = (catalog: Catalog): Bundle =>
  new Map([
    ['docs/reference/genwatch.config.schema.json', `${JSON.stringify(settingsJsonSchema(catalog), null, 2)}\n`],
  ]);
