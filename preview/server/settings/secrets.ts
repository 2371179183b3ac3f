import { readProvisioned, type Variables } from './provisioned';

/** The secrets of data sources by uid and name: for the proxy alone, never for a page. */
export type Secrets = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** @throws Error when the file is not what `npm run generate` writes */
export async function readSecrets(file: string, variables: Variables): Promise<Secrets> {
  const sources = await readProvisioned(file, variables);
  return Object.fromEntries(sources.map(({ uid, secureJsonData }) => [uid, secureJsonData]));
}
