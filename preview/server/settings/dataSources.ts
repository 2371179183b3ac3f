import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

/** A data source as a page knows it: without secrets, and without the address of what it reads. */
export interface PreviewDataSource {
  readonly uid: string;
  readonly name: string;
  readonly type: string;
  readonly isDefault: boolean;
  readonly jsonData: Readonly<Record<string, unknown>>;
}

const provisioned = z.object({
  datasources: z.array(
    z.object({
      uid: z.string(),
      name: z.string(),
      type: z.string(),
      isDefault: z.boolean().default(false),
      jsonData: z.record(z.string(), z.unknown()).default({}),
    })
  ),
});

/**
 * The data sources of a provisioning file, as Grafana reads it: the preview has the same ones.
 * @throws Error when the file is not what `npm run generate` writes
 */
export async function readDataSources(
  file: string,
  variables: Readonly<Record<string, string | undefined>>
): Promise<readonly PreviewDataSource[]> {
  try {
    const { datasources } = provisioned.parse(parse(await readFile(file, 'utf8')));
    return datasources.map((source) => expanded(source, variables));
  } catch (cause) {
    throw new Error(`${file} tells of no data sources: run npm run generate`, { cause });
  }
}

/** Every text with its variables, as Grafana expands them: `$$` is a dollar. */
function expanded<T>(value: T, variables: Readonly<Record<string, string | undefined>>): T {
  return JSON.parse(JSON.stringify(value), (_, one: unknown) =>
    typeof one === 'string'
      ? one
          .split('$$')
          .map((part) => part.replace(/\$\{?(\w+)\}?/g, (__, name: string) => variables[name] ?? ''))
          .join('$')
      : one
  ) as T;
}
