import { type Account } from './account';

/** What a Viewer may not do through the nested data source; none of the paths changes anything where it is let through. */
const WRITES = ['review/tests/0', 'review%2ftests/0', 'exporter/health', 'alertmanager/silences'] as const;
const PATIENCE_MS = 30_000;

/**
 * Posts through Grafana's proxy as somebody who may only look: every one has to be refused before it leaves Grafana.
 * @returns how each was answered
 * @throws Error naming those that were let through
 */
export async function refusedWrites(url: string, { user, password }: Account, uid: string): Promise<string> {
  const authorization = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const answers = await Promise.all(
    WRITES.map(async (path) => {
      const { status } = await fetch(`${url}/api/datasources/proxy/uid/${uid}/${path}`, {
        method: 'POST',
        headers: { authorization, 'content-type': 'application/json' },
        body: '{}',
        signal: AbortSignal.timeout(PATIENCE_MS),
      });
      return { path, status };
    })
  );
  const told = answers.map(({ path, status }) => `POST ${path} ${status}`).join(', ');
  if (answers.some(({ status }) => status < 400)) {
    throw new Error(`a Viewer may write: ${told}`);
  }
  return told;
}
