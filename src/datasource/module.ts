import { DataSourcePlugin } from '@grafana/data';
import { initPluginTranslations } from '@grafana/i18n';

import { ConfigEditor } from './components/ConfigEditor';
import { QueryEditor } from './components/QueryEditor';
import { GenwatchDataSource } from './GenwatchDataSource';
import { type GenwatchOptions, type GenwatchSecrets } from './options';
import pluginJson from './plugin.json';
import { type GenwatchQuery } from './query/query';

await initPluginTranslations(pluginJson.id);

export const plugin = new DataSourcePlugin<GenwatchDataSource, GenwatchQuery, GenwatchOptions, GenwatchSecrets>(
  GenwatchDataSource
)
  .setConfigEditor(ConfigEditor)
  .setQueryEditor(QueryEditor);
