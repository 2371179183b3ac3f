import CopyWebpackPlugin from 'copy-webpack-plugin';
import { type Configuration } from 'webpack';

import grafanaConfig, { type Env } from './.config/webpack/webpack.config';

/** The scaffold's build copies the app's logo only; the nested data source has its own, and the app shows the runbooks. */
const config = async (env: Env): Promise<Configuration> => {
  const base = await grafanaConfig(env);
  const files = new CopyWebpackPlugin({
    patterns: [
      { from: 'datasource/img', to: 'datasource/img' },
      {
        from: '../docs/runbooks/*.md',
        to: 'runbooks/[name][ext]',
        filter: (file: string) => !file.endsWith('README.md'),
      },
    ],
  });
  return { ...base, plugins: [...(base.plugins ?? []), files] };
};

// eslint-disable-next-line no-restricted-syntax -- webpack wants its configuration as a default export
export default config;
