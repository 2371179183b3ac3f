import { randomBytes } from 'node:crypto';
import { type Account } from './account';
import { type GrafanaApi } from './grafanaApi';
import { Skipped } from './outcome';

/** A person who may only look, there for the checks only. */
export interface TemporaryViewer {
  readonly account: Account;
  remove(): Promise<void>;
}

/** @throws Skipped where the account may not make people: that takes an administrator of the server */
export async function temporaryViewer(api: GrafanaApi): Promise<TemporaryViewer> {
  const user = `genwatch-check-${randomBytes(4).toString('hex')}`;
  const password = randomBytes(24).toString('base64url');
  const { id } = await api
    .post<{ id: number }>('/api/admin/users', { name: 'Genwatch check, may be removed', login: user, password })
    .catch((cause: unknown) => {
      throw new Skipped('only an administrator of the server may make a Viewer to look as', { cause });
    });
  const remove = () => api.remove(`/api/admin/users/${id}`);
  try {
    await api.patch(`/api/org/users/${id}`, { role: 'Viewer' });
  } catch (error) {
    await remove();
    throw error;
  }
  return { account: { user, password }, remove };
}
