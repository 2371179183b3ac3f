import { join } from 'node:path';

import { readDataSources } from './dataSources';
import { readSecrets } from './secrets';

const FILE = join(__dirname, '../../../provisioning/grafana/datasources/genwatch.yaml');

describe('the data sources of the preview', () => {
  it('are those that Grafana is provisioned with, at the addresses of the stack', async () => {
    const sources = await readDataSources(FILE, { GENWATCH_CONSOLE_URL: 'http://127.0.0.1:9465' });
    expect(sources.map(({ type }) => type)).toEqual(
      expect.arrayContaining(['prometheus', 'grafana-postgresql-datasource', 'genwatch-codegen-datasource'])
    );
    const nested = sources.find(({ type }) => type === 'genwatch-codegen-datasource');
    expect(nested?.jsonData).toMatchObject({ postgresUid: expect.any(String), consoleUrl: 'http://127.0.0.1:9465' });
  });

  it('hold no secret and no address of a server that is read for the page', async () => {
    const text = JSON.stringify(
      await readDataSources(FILE, {
        GENWATCH_POSTGRES_PASSWORD: 'a-secret',
        GENWATCH_EXPORTER_TOKEN: 'a-secret',
        GENWATCH_REVIEW_SECRET: 'a-secret',
        GENWATCH_POSTGRES_ADDRESS: 'an-address',
      })
    );
    expect(text).not.toMatch(/a-secret|an-address/);
  });

  it('have their secrets for the proxy', async () => {
    const { genwatch } = await readSecrets(FILE, { GENWATCH_REVIEW_SECRET: 'a$b-secret' });
    expect(genwatch).toEqual({ reviewSecret: 'a$b-secret', exporterToken: '' });
  });

  it('are asked for where the file is missing', async () => {
    await expect(readDataSources('/nowhere.yaml', {})).rejects.toThrow('run npm run generate');
  });
});
