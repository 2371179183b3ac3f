import { config } from '@grafana/runtime';

/** Who uses Grafana from now on. */
export function signedInAs(orgRole: 'Viewer' | 'Editor' | 'Admin'): void {
  config.bootData = { ...config.bootData, user: { ...config.bootData?.user, orgRole } } as typeof config.bootData;
}
