import path from 'node:path';
import { textOf, type PluginFiles } from './pluginFiles';
import { pluginManifest, type PluginManifest } from './pluginManifest';

const NEEDED = ['plugin.json', 'module.js', 'module.js.map', 'README.md', 'CHANGELOG.md', 'LICENSE'];

/** All that a package may hold, in the app and in what is nested in it. Anything else came along by mistake. */
const KNOWN = [
  /^(\w+\/)?(plugin\.json|[\w-]+\.js|[\w-]+\.js\.map|[\w-]+\.js\.LICENSE\.txt)$/,
  /^(README\.md|CHANGELOG\.md|LICENSE)$/,
  /^(\w+\/)?img\/([\w-]+\/)*[\w-]+\.(svg|png)$/,
  /^(\w+\/)?locales\/[a-z]{2}-[A-Z]{2}\/[\w-]+\.json$/,
  /^dashboards\/[\w-]+\.json$/,
  /^runbooks\/\w+\.md$/,
];

/** Sources, told by the maps, that belong to the checkout and not into a browser. */
const STRANGE_SOURCE = /(^|\/)\.\.\/(preview|tests|tools|exporter|console|demo)\/|\.(test|fixture)\.|\/testing\//;

/** What would keep a built plugin from being published or installed; nothing when all is well. */
export function checkPackage(files: PluginFiles, version: string): readonly string[] {
  const names = [...files.keys()];
  const manifests = names.filter((name) => path.posix.basename(name) === 'plugin.json');
  return [
    ...NEEDED.filter((name) => !files.has(name)).map((name) => `${name} is missing: build again with npm run build`),
    ...names
      .filter((name) => !KNOWN.some((known) => known.test(name)))
      .map((name) => `${name} does not belong into the package: take it out of src, or out of what webpack copies`),
    ...manifests.flatMap((name) => manifestProblems(files, name, version)),
    ...names.filter((name) => name.endsWith('.js')).flatMap((name) => scriptProblems(files, name)),
    ...names.filter((name) => name.endsWith('.svg')).flatMap((name) => svgProblems(files, name)),
    ...documentProblems(files, version),
  ];
}

function manifestProblems(files: PluginFiles, file: string, version: string): string[] {
  const text = textOf(files, file) ?? '';
  const placeholders = [...new Set(text.match(/%[A-Z_]+%/g) ?? [])].map(
    (name) => `${file} still says ${name}: the build did not replace it`
  );
  const { data, error } = pluginManifest.safeParse(jsonOf(text));
  if (error) {
    return [...placeholders, ...error.issues.map((issue) => `${file}, ${issue.path.join('.')}: ${issue.message}`)];
  }
  const folder = path.posix.dirname(file);
  const missing = namedFiles(data)
    .map((name) => path.posix.join(folder, name))
    .filter((name) => !files.has(name))
    .map((name) => `${file} names ${name}, which is not in the package`);
  const stale =
    data.info.version === version
      ? []
      : [`${file} is version ${data.info.version}, package.json ${version}: build again`];
  return [...placeholders, ...missing, ...stale];
}

/** Pages are addresses; everything else that a manifest names is a file beside it. */
const namedFiles = ({ info, includes = [] }: PluginManifest): string[] => [
  ...Object.values(info.logos),
  ...info.screenshots.map((screenshot) => screenshot.path),
  ...includes.filter(({ type }) => type !== 'page').map((include) => include.path),
];

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function scriptProblems(files: PluginFiles, file: string): string[] {
  const development = /\beval\(/.test(textOf(files, file) ?? '')
    ? [`${file} calls eval, which a content security policy forbids: build for production`]
    : [];
  const map = jsonOf(textOf(files, `${file}.map`) ?? '') as { readonly sources?: readonly string[] } | undefined;
  const strange = (map?.sources ?? [])
    .filter((source) => !source.includes('node_modules/') && STRANGE_SOURCE.test(source))
    .map((source) => `${file} contains ${source}, which is not for browsers`);
  return [...development, ...strange];
}

const svgProblems = (files: PluginFiles, file: string): string[] =>
  /<script|\son\w+=|javascript:/i.test(textOf(files, file) ?? '') ? [`${file} can run scripts: draw it without`] : [];

/** The catalogue shows both outside of any checkout. */
function documentProblems(files: PluginFiles, version: string): string[] {
  const relative = ['README.md', 'CHANGELOG.md'].flatMap((file) =>
    [...(textOf(files, file) ?? '').matchAll(/\]\((?!https:|#)([^)\s]+)/g)].map(
      ([, target]) => `${file} links to ${target}, which leads nowhere in the catalogue`
    )
  );
  const changelog = textOf(files, 'CHANGELOG.md');
  const silent =
    changelog !== undefined && !changelog.includes(`\n## ${version}`)
      ? [`CHANGELOG.md says nothing of version ${version}`]
      : [];
  return [...relative, ...silent];
}
