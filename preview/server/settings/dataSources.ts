import { readProvisioned, type Variables } from './provisioned';

/** A data source as a page knows it: without secrets, and without the address of what it reads. */
export interface PreviewDataSource {
  readonly uid: string;
  readonly name: string;
  readonly type: string;
  readonly isDefault: boolean;
  readonly jsonData: Readonly<Record<string, unknown>>;
}

/**
 * The data sources of a provisioning file: the preview has the same ones as Grafana.
 * @throws Error when the file is not what `npm run generate` writes
 */
export async function readDataSources(file: string, variables: Variables): Promise<readonly PreviewDataSource[]> {
  const sources = await readProvisioned(file, variables);
  return sources.map(({ uid, name, type, isDefault, jsonData }) => ({ uid, name, type, isDefault, jsonData }));
}
