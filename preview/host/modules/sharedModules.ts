/** The modules that Grafana lends to plugins, of those that ours asks for. */
const LOADERS: Readonly<Record<string, () => Promise<object>>> = {
  '@emotion/css': () => import('@emotion/css'),
  '@emotion/react': () => import('@emotion/react'),
  '@grafana/data': () => import('@grafana/data'),
  '@grafana/runtime': () => import('@grafana/runtime'),
  '@grafana/ui': () => import('@grafana/ui'),
  '@grafana/ui/unstable': () => import('@grafana/ui/unstable'),
  i18next: () => import('i18next'),
  lodash: () => import('lodash'),
  moment: () => import('moment'),
  react: () => import('react'),
  'react/jsx-runtime': () => import('react/jsx-runtime'),
  'react-dom': () => import('react-dom'),
  'react-dom/client': () => import('react-dom/client'),
  'react-router': () => import('react-router'),
  rxjs: () => import('rxjs'),
  'rxjs/operators': () => import('rxjs/operators'),
};

/** The shared modules by name, each in the form in which Grafana's loader hands it to a plugin. */
export async function sharedModules(): Promise<ReadonlyMap<string, object>> {
  const loaded = await Promise.all(
    Object.entries(LOADERS).map(async ([name, load]) => [name, handedOn(await load())] as const)
  );
  return new Map(loaded);
}

/** A CommonJS package comes as `{ default: module }`: plugins want the module itself. */
function handedOn(module: object): object {
  const { default: inner } = module as { readonly default?: unknown };
  const isPackage = (typeof inner === 'object' && inner !== null) || typeof inner === 'function';
  return isPackage && Object.keys(module).length <= 1 ? { ...inner, default: inner, __useDefault: true } : module;
}
