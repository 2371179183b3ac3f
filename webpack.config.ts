import CopyWebpackPlugin from 'copy-webpack-plugin';
import { type Configuration } from 'webpack';

import grafanaConfig, { type Env } from './.config/webpack/webpack.config';

/** The scaffold's build copies the app's logo only; the nested data source has its own. */
const config = async (env: Env): Promise<Configuration> => {
  const base = await grafanaConfig(env);
  const logo = new CopyWebpackPlugin({ patterns: [{ from: 'datasource/img', to: 'datasource/img' }] });
  return { ...base, plugins: [...(base.plugins ?? []), logo] };
};

// eslint-disable-next-line no-restricted-syntax -- webpack wants its configuration as a default export
export default config;
