/**
 * The label by which Grafana knows that a rule belongs to the app: the app's logo beside it, and the app's links in its
 * "More" menu. It says nothing of the alert, so nothing on the way to people reads or shows it.
 */
export const GRAFANA_ORIGIN = { label: '__grafana_origin', value: 'plugin/genwatch-codegen-app' } as const;
