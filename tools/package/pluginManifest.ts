import { z } from 'zod';

const nonEmpty = z.string().trim().min(1);

/** What the catalogue of plugins asks of a `plugin.json`, app or nested data source. */
export const pluginManifest = z.object({
  id: z.string().regex(/^[a-z0-9]+-[a-z0-9]+-(app|datasource)$/, 'is organisation, name and type in small letters'),
  type: z.enum(['app', 'datasource']),
  name: nonEmpty,
  info: z.object({
    description: nonEmpty,
    keywords: z.array(nonEmpty).min(1),
    author: z.object({ name: nonEmpty }),
    logos: z.object({ small: nonEmpty, large: nonEmpty }),
    links: z.array(z.object({ name: nonEmpty, url: z.string().startsWith('https://') })),
    screenshots: z.array(z.object({ name: nonEmpty, path: nonEmpty })),
    version: z.string().regex(/^\d+\.\d+\.\d+(-[\w.]+)?$/, 'is a version such as 1.2.3'),
    updated: z.string().regex(/^\d{4}-\d{2}-\d{2}$/, 'is a day such as 2026-01-31'),
  }),
  includes: z.array(z.object({ type: nonEmpty, name: nonEmpty, path: nonEmpty })).optional(),
  dependencies: z.object({ grafanaDependency: z.string().regex(/^>=\d+\.\d+\.\d+$/, 'is like >=12.3.0') }),
});

export type PluginManifest = z.infer<typeof pluginManifest>;
