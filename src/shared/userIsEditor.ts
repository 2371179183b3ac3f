import { config } from '@grafana/runtime';

/** Whether the user may change things here: what Grafana's role says, which the routes of the data source check again. */
export const userIsEditor = (): boolean => {
  const { orgRole, isGrafanaAdmin } = config.bootData?.user ?? {};
  return isGrafanaAdmin === true || orgRole === 'Editor' || orgRole === 'Admin';
};
