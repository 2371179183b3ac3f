import { stringify } from 'yaml';
import { type Catalog } from '../../../src/catalog/catalog';
import { header, type Bundle } from '../bundle';
import { alertmanagerConfig } from './alertmanagerConfig';
import { TEMPLATE_FILE } from './slack';
import { slackTemplates } from './slackTemplates';

const FOLDER = 'provisioning/alertmanager';
const SOURCE = 'src/catalog/settings';

/** Alertmanager's configuration file and its templates. */
export function emitAlertmanager(catalog: Catalog): Bundle {
  const config = stringify(alertmanagerConfig(catalog), { lineWidth: 0, aliasDuplicateObjects: false });
  return new Map([
    [`${FOLDER}/alertmanager.yml`, header(SOURCE) + config],
    [`${FOLDER}/${TEMPLATE_FILE}`, `{{/*\n${header(SOURCE)}*/}}\n${slackTemplates(catalog.settings)}`],
  ]);
}
