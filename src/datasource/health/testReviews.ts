import { firstValueFrom } from 'rxjs';

import { type Parts } from '../delegates/branches';
import { type Finding } from './testParts';

const PART = 'Reviews';

/** Whether a verdict on a test would be written: asked on the way that verdicts take, with the secret that they carry. */
export async function testReviews({ options, proxy, services }: Parts): Promise<Finding> {
  if (!options.exporterUrl) {
    return {
      part: PART,
      state: 'missing',
      says: 'no address of the exporter is given, so nobody can approve or reject tests.',
    };
  }
  try {
    const answer = await firstValueFrom(services.postJson(`${proxy}/review/check`, {}));
    const { reviews } = Object(answer) as { readonly reviews?: unknown };
    return reviews === 'ready'
      ? { part: PART, state: 'works', says: 'verdicts on tests can be written.' }
      : { part: PART, state: 'broken', says: "the answer is not an exporter's. Check the address (exporterUrl)." };
  } catch (error) {
    return { part: PART, ...refused(error, options.exporterUrl) };
  }
}

/** The exporter says itself what is wrong; Grafana says nothing of one that it cannot reach. */
function refused(error: unknown, address: string): Omit<Finding, 'part'> {
  const { status, data } = Object(error) as {
    readonly status?: number;
    readonly data?: { readonly message?: unknown };
  };
  const message = typeof data?.message === 'string' ? data.message : '';
  if (status === 404) {
    return { state: 'missing', says: message || 'this exporter knows none. Update it to let people review tests.' };
  }
  if (status === 403 && /access denied/i.test(message)) {
    return { state: 'missing', says: 'only an Editor may write verdicts, and try whether they are written.' };
  }
  return {
    state: 'broken',
    says:
      message ||
      `the exporter at ${address} cannot be reached from the Grafana server. Check that it runs, and its address.`,
  };
}
