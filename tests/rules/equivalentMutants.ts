const constant = 'the record is the constant 1';
const notANumber = 'without observations 0/0 is NaN, which no bound calls bad; the guard keeps it off the panels';
const noWhole = 'a part that lasts longer than its whole has nothing to be a share of';
const oneBucket = 'only one of the two ways to write the bucket exists at a time';
const groupIsOne = 'a group is 1, by which to divide is to multiply';
const noLabels = 'neither side has labels';
const onlyPresence = 'it only has to be there: its value is not looked at';
const onlyInstance = 'the record has no other label than the instance';
const oneRequired = 'of one input the worst is the only one';

/** Mistakes in the shapes' own system that change no alert, with the reason. All others must be noticed by a derived case. */
export const EQUIVALENT_IN_SHAPES: Readonly<Record<string, string>> = {
  'ShapesHeartbeat info: shapes:heartbeat:always >= 0': constant,
  'shapes:within:ratio_5m: round(sum by (le) (rate(shapes_duration_seconds_bucket{job="codegen"}[5m])) / on () group_left () (sum(rate(shapes_duration_seconds_count{job="codegen"}[5m]))), 0.000001)':
    notANumber,
  'shapes:within:ratio_5m: round(sum by (le) (rate(shapes_duration_seconds_bucket{job="codegen"}[5m])) / on () group_left () (sum(rate(shapes_duration_seconds_count{job="codegen"}[5m])) >= 0), 0.000001)':
    notANumber,
  'shapes:chains_good:ratio: (max(last_over_time(shapes_chains{job="genwatch-exporter", outcome="good"}[1800s])) or vector(0)) / (sum(max by (outcome) (last_over_time(shapes_chains{job="genwatch-exporter", outcome=~"good|bad"}[15m]))) >= 5)':
    noWhole,
  'shapes:heap_growth:ratio_1m: max by (instance) (min_over_time(shapes_heap_bytes{job="codegen"}[1m])) / (max by (instance) (min_over_time(shapes_heap_bytes{job="codegen"}[1m] offset 6m)) > 0) and on (instance) max_over_time(shapes_heap_bytes{job="codegen"}[1m] offset 8m) unless on (instance) (resets(shapes_duration_seconds_count{job="codegen"}[2m] offset 6m) > 0)':
    onlyPresence,
  'ShapesGrowthTwice critical: shapes:heap_growth:ratio_1m >= 1.2 and  (shapes:heap_growth:ratio_1m offset 6m >= 1.2)':
    onlyInstance,
  'shapes:incomplete:count: label_replace(sum(shapes_up{job="codegen"} == 1) - (sum(shapes_up{job="codegen"} == 1 and on (instance) shapes_heap_bytes{job="codegen"}) or vector(0)), "metric", "shapes_heap_bytes", "", "") or label_replace(sum(shapes_up{job="codegen"} == 1) - (sum(shapes_up{job="codegen"} == 1 and on (instance) shapes_duration_seconds_bucket{job="codegen", le=~"1"}) or vector(0)), "metric", "shapes_duration_seconds", "", "")':
    oneBucket,
  'ShapesQuantile warning: min(shapes:within:ratio_5m{le=~"0\\\\.5"}) < 0.95': oneBucket,
  'ShapesQuantile critical: min(shapes:within:ratio_5m{le=~"1(\\\\.0)?"}) < 0.95': oneBucket,
  'shapes:light_input:level share: 2 / group(shapes:chains_good:ratio < 0.6) or group(shapes:chains_good:ratio < 0.8) or group(shapes:chains_good:ratio) - 1 or vector(-1)':
    groupIsOne,
  'shapes:light_input:level queue: 2 / group(shapes:queue_by_kind:max > 3) or group(shapes:queue_by_kind:max) - 1 or vector(-1)':
    groupIsOne,
  'shapes:light:level: max(shapes:light_input:level) and on () (max(shapes:light_input:level{input=~"share"}) >= 0)':
    oneRequired,
  'shapes:light:level: max(shapes:light_input:level) and  (min(shapes:light_input:level{input=~"share"}) >= 0)':
    noLabels,
};

/** The same of the bundle's rules; `npm run test:mutants` looks at them. */
export const EQUIVALENT_IN_BUNDLE: Readonly<Record<string, string>> = {
  'GenwatchWatchdog info: platform:heartbeat:always >= 0': constant,
  'generation:failures:ratio_1h: (max(last_over_time(genwatch_generation_attempts{job="genwatch-exporter", outcome="failure", window="1h"}[1800s])) or vector(0)) / (sum(max by (outcome) (last_over_time(genwatch_generation_attempts{job="genwatch-exporter", outcome=~"success|failure", window="1h"}[15m]))) >= 5)':
    noWhole,
  'validation:chains_fixed:ratio_24h: (max(last_over_time(genwatch_validation_chains{job="genwatch-exporter", outcome="fixed", window="24h"}[1800s])) or vector(0)) / (sum(max by (outcome) (last_over_time(genwatch_validation_chains{job="genwatch-exporter", outcome=~"fixed|gave_up|abandoned", window="24h"}[15m]))) >= 5)':
    noWhole,
  'validation:light_input:level success_rate: 2 / group(validation:chains_fixed:ratio_24h < 0.6) or group(validation:chains_fixed:ratio_24h < 0.8) or group(validation:chains_fixed:ratio_24h) - 1 or vector(-1)':
    groupIsOne,
  'validation:light_input:level repair_loops: 2 / group(validation:chain_attempts:max_24h > 3) or group(validation:chain_attempts:max_24h) - 1 or vector(-1)':
    groupIsOne,
  'validation:light_input:level frequent_trips: 2 / group(validation:circuit_breaker_trips:max_1h >= 3) or group(validation:circuit_breaker_trips:max_1h) - 1 or vector(-1)':
    groupIsOne,
  'validation:requests_completed:ratio_24h: (max(last_over_time(genwatch_validation_requests{job="genwatch-exporter", outcome="completed", window="24h"}[1800s])) or vector(0)) / (sum(max by (outcome) (last_over_time(genwatch_validation_requests{job="genwatch-exporter", outcome=~"completed|replaced|unanswered", window="24h"}[15m]))) >= 20)':
    noWhole,
  'validation:light_input:level duration: 2 / group(validation:duration_seconds:mean_15m > 0.2) or group(validation:duration_seconds:mean_15m >= 0.1) or group(validation:duration_seconds:mean_15m) - 1 or vector(-1)':
    groupIsOne,
  'validation:light_input:level heap_leak: 2 / group(validation:heap_growth:ratio_1h >= 1.2 and on (instance) (validation:heap_growth:ratio_1h offset 6h >= 1.2)) or group(validation:heap_growth:ratio_1h) - 1 or vector(-1)':
    groupIsOne,
  'validation:heap_growth:ratio_1h: max by (instance) (min_over_time(codegen_validation_heap_used_bytes{job="codegen"}[1h])) / (max by (instance) (min_over_time(codegen_validation_heap_used_bytes{job="codegen"}[1h] offset 6h)) > 0) and on (instance) max_over_time(codegen_validation_heap_used_bytes{job="codegen"}[1h] offset 8h) unless on (instance) (resets(codegen_validation_duration_seconds_count{job="codegen"}[2h] offset 6h) > 0)':
    onlyPresence,
  'validation:light_input:level heap_leak: 2 * group(validation:heap_growth:ratio_1h >= 1.2 and  (validation:heap_growth:ratio_1h offset 6h >= 1.2)) or group(validation:heap_growth:ratio_1h) - 1 or vector(-1)':
    onlyInstance,
  'ValidationHeapLeak critical: validation:heap_growth:ratio_1h >= 1.2 and  (validation:heap_growth:ratio_1h offset 6h >= 1.2)':
    onlyInstance,
  'validation:light:level: max(validation:light_input:level) and  (min(validation:light_input:level{input=~"success_rate|repair_loops|frequent_trips|trips_of_day|new_patterns"}) >= 0)':
    noLabels,
};
