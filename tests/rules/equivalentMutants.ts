const constant = 'the record is the constant 1';
const notANumber = 'without observations 0/0 is NaN, which no bound calls bad; the guard keeps it off the panels';
const noWhole = 'a part that lasts longer than its whole has nothing to be a share of';
const oneBucket = 'only one of the two ways to write the bucket exists at a time';

/** Mistakes in the shapes' own system that change no alert, with the reason. All others must be noticed by a derived case. */
export const EQUIVALENT_IN_SHAPES: Readonly<Record<string, string>> = {
  'ShapesHeartbeat info: shapes:heartbeat:always >= 0': constant,
  'shapes:within:ratio_5m: round(sum by (le) (rate(shapes_duration_seconds_bucket{job="codegen"}[5m])) / on () group_left () (sum(rate(shapes_duration_seconds_count{job="codegen"}[5m]))), 0.000001)':
    notANumber,
  'shapes:within:ratio_5m: round(sum by (le) (rate(shapes_duration_seconds_bucket{job="codegen"}[5m])) / on () group_left () (sum(rate(shapes_duration_seconds_count{job="codegen"}[5m])) >= 0), 0.000001)':
    notANumber,
  'shapes:chains_good:ratio: (max(last_over_time(shapes_chains{job="genwatch-exporter", outcome="good"}[1800s])) or vector(0)) / (sum(max by (outcome) (last_over_time(shapes_chains{job="genwatch-exporter", outcome=~"good|bad"}[15m]))) >= 5)':
    noWhole,
  'ShapesQuantile warning: min(shapes:within:ratio_5m{le=~"0\\\\.5"}) < 0.95': oneBucket,
  'ShapesQuantile critical: min(shapes:within:ratio_5m{le=~"1(\\\\.0)?"}) < 0.95': oneBucket,
};
