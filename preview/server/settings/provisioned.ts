import { readFile } from 'node:fs/promises';
import { parse } from 'yaml';
import { z } from 'zod';

const provisioned = z.object({
  datasources: z.array(
    z.object({
      uid: z.string(),
      name: z.string(),
      type: z.string(),
      isDefault: z.boolean().default(false),
      jsonData: z.record(z.string(), z.unknown()).default({}),
      secureJsonData: z.record(z.string(), z.string()).default({}),
    })
  ),
});

/** A data source as Grafana's server knows it. */
export type Provisioned = Readonly<z.infer<typeof provisioned>['datasources'][number]>;

/** Values by the names of variables. */
export type Variables = Readonly<Record<string, string | undefined>>;

/**
 * What a provisioning file tells of data sources, secrets included, as Grafana reads it.
 * @throws Error when the file is not what `npm run generate` writes
 */
export async function readProvisioned(file: string, variables: Variables): Promise<readonly Provisioned[]> {
  try {
    const { datasources } = provisioned.parse(parse(await readFile(file, 'utf8')));
    return datasources.map((source) => expanded(source, variables));
  } catch (cause) {
    throw new Error(`${file} tells of no data sources: run npm run generate`, { cause });
  }
}

/** Every text with its variables, as Grafana expands them: `$$` is a dollar. */
function expanded<T>(value: T, variables: Variables): T {
  return JSON.parse(JSON.stringify(value), (_, one: unknown) =>
    typeof one === 'string'
      ? one
          .split('$$')
          .map((part) => part.replace(/\$\{?(\w+)\}?/g, (__, name: string) => variables[name] ?? ''))
          .join('$')
      : one
  ) as T;
}
