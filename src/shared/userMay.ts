import { config } from '@grafana/runtime';

/** Whether Grafana gives the user a permission; a host that knows none gives none. */
export const userMay = (action: string): boolean => config.bootData?.user?.permissions?.[action] === true;
