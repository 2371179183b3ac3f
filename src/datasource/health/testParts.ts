import { type TestDataSourceResponse } from '@grafana/data';
import { firstValueFrom } from 'rxjs';

import { checkCatalog } from '../../catalog/settings/checkCatalog';
import { type Parts } from '../delegates/branches';
import { endpointDocument } from '../endpoints/endpointDocument';
import { ENDPOINT_DEFINITIONS, isConfigured } from '../endpoints/endpoints';
import { type EndpointId } from '../query/query';
import { testPostgres, testPrometheus } from './testDelegates';
import { testReviews } from './testReviews';

/** What one part of the configuration does. */
export interface Finding {
  readonly part: string;
  /** `missing` is left out on purpose: everything else works. */
  readonly state: 'works' | 'missing' | 'broken';
  /** What works, or what is wrong and how to mend it. */
  readonly says: string;
}

/**
 * Tries every part, and tells of all of them together.
 * @throws Error when a part is broken, because Grafana shows what is returned as a success
 */
export async function testParts(parts: Parts): Promise<TestDataSourceResponse> {
  const findings = await findingsOf(parts);
  const text = (state: Finding['state']) =>
    findings.filter((one) => one.state === state).map(({ part, says }) => `${part}: ${says}`);
  const broken = text('broken');
  if (broken.length > 0) {
    throw new Error([...broken, ...text('missing')].join('\n'));
  }
  return { status: 'success', message: [...text('works'), ...text('missing')].join('\n') };
}

/** All parts at once: a slow one does not hide the others. */
const findingsOf = (parts: Parts): Promise<Finding[]> =>
  Promise.all([
    testSettings(parts),
    testPostgres(parts),
    testPrometheus(parts),
    testEndpoint(parts, 'Exporter', 'exporter-health', exporterSays),
    testReviews(parts),
    testEndpoint(parts, 'Alertmanager', 'alertmanager-alerts', listSays),
    testEndpoint(parts, 'Alert console', 'console-alerts', consoleSays),
  ]);

async function testSettings({ catalog }: Parts): Promise<Finding> {
  const faults = checkCatalog(catalog.systems, catalog.settings);
  return faults.length === 0
    ? {
        part: 'Settings',
        state: 'works',
        says: `the catalog is in order (${catalog.systems.map(({ id }) => id).join(', ')}).`,
      }
    : {
        part: 'Settings',
        state: 'broken',
        says: faults
          .map(({ path, message, remedy }) => `${path.join('.')}: ${message}. To mend it: ${remedy}.`)
          .join(' '),
      };
}

async function testEndpoint(
  parts: Parts,
  part: string,
  endpoint: EndpointId,
  judge: (document: unknown) => Omit<Finding, 'part'>
): Promise<Finding> {
  if (!isConfigured(endpoint, parts.options)) {
    return { part, state: 'missing', says: `no address is given, so its queries are not answered.` };
  }
  try {
    return { part, ...judge(await firstValueFrom(endpointDocument(parts, endpoint))) };
  } catch (error) {
    return { part, state: 'broken', says: error instanceof Error ? error.message : String(error) };
  }
}

function exporterSays(document: unknown): Omit<Finding, 'part'> {
  const { sources } = Object(document) as {
    readonly sources?: ReadonlyArray<{ source: string; up: boolean; failure?: { remedy: string } }>;
  };
  if (!Array.isArray(sources)) {
    return { state: 'broken', says: notThis(`an exporter's health`, ENDPOINT_DEFINITIONS['exporter-health'].option) };
  }
  const failing = sources.filter(({ up }) => !up);
  return failing.length === 0
    ? { state: 'works', says: `reads ${sources.length === 1 ? '1 source' : `${sources.length} sources`}.` }
    : {
        state: 'broken',
        says: `${failing.length} of ${sources.length} sources fail. ${failing[0]?.source}: ${failing[0]?.failure?.remedy ?? 'not read yet, try again in a moment.'}`,
      };
}

const listSays = (document: unknown): Omit<Finding, 'part'> =>
  Array.isArray(document)
    ? { state: 'works', says: `answers; active alerts: ${document.length}.` }
    : { state: 'broken', says: notThis('a list of alerts', 'alertmanagerUrl') };

const consoleSays = (document: unknown): Omit<Finding, 'part'> => {
  const { alerts } = Object(document) as { readonly alerts?: unknown };
  return Array.isArray(alerts)
    ? { state: 'works', says: `answers; notifications kept: ${alerts.length}.` }
    : { state: 'broken', says: notThis('a list of notifications', 'consoleUrl') };
};

const notThis = (what: string, option: string) => `the answer is not ${what}. Check the address (${option}).`;
