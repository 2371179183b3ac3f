/** Series that Prometheus writes by itself: for every target, and for every alert. */
export const WRITTEN_BY_PROMETHEUS: readonly string[] = [
  'up',
  'scrape_duration_seconds',
  'scrape_samples_scraped',
  'ALERTS',
  'ALERTS_FOR_STATE',
];

/** Series that Prometheus has of itself, where it is told to scrape itself. Its page `/metrics` always has them. */
export const SELF_METRICS: readonly string[] = [
  'prometheus_config_last_reload_successful',
  'prometheus_sd_discovered_targets',
  'prometheus_notifications_alertmanagers_discovered',
  'prometheus_notifications_dropped_total',
  'prometheus_rule_evaluation_failures_total',
];
