import { createHash } from 'node:crypto';
import path from 'node:path';
import CopyWebpackPlugin from 'copy-webpack-plugin';
import { type Configuration } from 'webpack';

import grafanaConfig, { type Env } from './.config/webpack/webpack.config';

/** Grafana takes an app's dashboard anew only when this number differs: any change of the text changes it. */
function withRevision(text: Buffer): string {
  const revision = createHash('sha256').update(text).digest().readUInt32BE();
  return JSON.stringify({ ...JSON.parse(text.toString('utf8')), revision });
}

/** Beside what the scaffold's build copies: the logo of the nested data source, the runbooks that the app shows, and the generated dashboards. */
const config = async (env: Env): Promise<Configuration> => {
  const base = await grafanaConfig(env);
  const copied = new CopyWebpackPlugin({
    patterns: [
      { from: 'datasource/img', to: 'datasource/img' },
      {
        from: '*.md',
        context: path.join(__dirname, 'docs', 'runbooks'),
        to: 'runbooks',
        filter: (file: string) => !file.endsWith('README.md'),
      },
      {
        from: '*.json',
        context: path.join(__dirname, 'dashboards'),
        to: 'dashboards',
        transform: { transformer: withRevision },
      },
    ],
  });
  // Grafana has these too. With a copy of our own, what its rxjs makes is no Observable to us in the frontend sandbox.
  const externals = [base.externals ?? [], 'rxjs/operators'].flat();
  return { ...base, externals, plugins: [...(base.plugins ?? []), copied] };
};

// eslint-disable-next-line no-restricted-syntax -- webpack wants its configuration as a default export
export default config;
