const PLUGIN_IDS = ['genwatch-codegen-app', 'genwatch-codegen-datasource'];

/** Settings of the demo's Grafana: everybody of this machine may look, and it calls nobody. */
export const GRAFANA_SETTINGS = {
  GF_PLUGINS_ALLOW_LOADING_UNSIGNED_PLUGINS: PLUGIN_IDS.join(','),
  GF_PLUGINS_PREINSTALL_DISABLED: 'true',
  GF_AUTH_ANONYMOUS_ENABLED: 'true',
  GF_AUTH_ANONYMOUS_ORG_ROLE: 'Viewer',
  GF_ANALYTICS_REPORTING_ENABLED: 'false',
  GF_ANALYTICS_CHECK_FOR_UPDATES: 'false',
  GF_ANALYTICS_CHECK_FOR_PLUGIN_UPDATES: 'false',
} as const;
