import { type EndpointId } from '../query/query';
import { type GenwatchOptions } from '../options';

export interface EndpointDefinition {
  /** Below the data source's proxy; a route of plugin.json of the same path. */
  readonly path: string;
  /** The option without which the route leads nowhere. */
  readonly option: 'exporterUrl' | 'consoleUrl' | 'alertmanagerUrl';
  /** Where the interesting rows are, offered first. */
  readonly rows: string;
}

/** The JSON documents that can be read, each through a route of its own. */
export const ENDPOINT_DEFINITIONS: Readonly<Record<EndpointId, EndpointDefinition>> = {
  'exporter-health': { path: 'exporter/health', option: 'exporterUrl', rows: 'sources' },
  'exporter-templates': { path: 'exporter/templates', option: 'exporterUrl', rows: 'templates' },
  'console-alerts': { path: 'console/alerts', option: 'consoleUrl', rows: 'alerts' },
  'alertmanager-alerts': { path: 'alertmanager/alerts', option: 'alertmanagerUrl', rows: '' },
  'alertmanager-silences': { path: 'alertmanager/silences', option: 'alertmanagerUrl', rows: '' },
};

/** A route without its address would answer with an empty error: nothing is sent then. */
export const isConfigured = (endpoint: EndpointId, options: GenwatchOptions): boolean =>
  Boolean(options[ENDPOINT_DEFINITIONS[endpoint].option]);
