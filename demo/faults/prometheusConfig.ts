import { copyFileSync, existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
import { z } from 'zod';
import { type Settings } from '../../src/catalog/settings/settings';

/** Where nobody listens. */
const NOBODY = '127.0.0.1:1';

const targets = z.object({ targets: z.array(z.string()) }).loose();
const configuration = z
  .object({
    rule_files: z.array(z.string()),
    alerting: z.object({ alertmanagers: z.array(z.object({ static_configs: z.array(targets) }).loose()) }).loose(),
    scrape_configs: z.array(z.object({ job_name: z.string(), static_configs: z.array(targets) }).loose()),
  })
  .loose();
type Configuration = z.infer<typeof configuration>;

/** Rules that only exist while their fault lasts, by the name of their file beside the configuration. */
const RULE_FILES = {
  'fault-rules-failing.yaml': {
    // Every target on both sides matches every other: Prometheus refuses to choose.
    groups: [
      {
        name: 'genwatch-fault-failing',
        interval: '5s',
        rules: [{ record: 'genwatch:fault:failing', expr: 'up * on () up' }],
      },
    ],
  },
  'fault-rules-slow.yaml': {
    // A million and more evaluations in each round, and no time for them.
    groups: [
      {
        name: 'genwatch-fault-slow',
        interval: '100ms',
        rules: [{ record: 'genwatch:fault:slow', expr: 'count_over_time(vector(1)[14d:1s])' }],
      },
    ],
  },
} as const;

/** What faults do to the configuration of Prometheus. Several can be in force; they are made in this order. */
const CHANGES = {
  // Of a job that is gone as a whole Prometheus shows the last values for 5 minutes; of a target only for two scrapes.
  'exporter-absent': (config, job) => ({
    ...config,
    scrape_configs: config.scrape_configs.map((scrape) =>
      scrape.job_name === job ? { ...scrape, static_configs: [{ targets: [] }] } : scrape
    ),
  }),
  'scrape-failing': (config, job) => ({
    ...config,
    scrape_configs: config.scrape_configs.map((scrape) =>
      scrape.job_name === job ? { ...scrape, static_configs: withTarget(scrape.static_configs) } : scrape
    ),
  }),
  'rules-failing': (config) => withRules(config, 'fault-rules-failing.yaml'),
  'rules-slow': (config) => withRules(config, 'fault-rules-slow.yaml'),
  'alertmanager-unreached': (config) => withAlertmanagers(config, withTarget),
  'alerts-dropped': (config) => withAlertmanagers(config, () => [{ targets: [NOBODY] }]),
} as const satisfies Record<string, (config: Configuration, exporterJob: string | undefined) => Configuration>;

export type ConfigChange = keyof typeof CHANGES;
const NAMES = Object.keys(CHANGES) as ConfigChange[];

/** The folder of prometheus.yml, and how Prometheus is made to read it again. */
export interface ConfigPlace {
  readonly folder: string;
  readonly reload: () => Promise<void>;
}

/** Puts a change into force beside those that are; a second time it changes nothing. */
export async function changeConfig(place: ConfigPlace, change: ConfigChange, settings: Settings): Promise<void> {
  const active = inForce(place);
  if (!active.includes(change)) {
    await bringIntoForce(place, [...active, change], settings);
  }
}

/** Takes one change back, and leaves the others in force. Answers whether it was. */
export async function restoreConfig(place: ConfigPlace, change: ConfigChange, settings: Settings): Promise<boolean> {
  const active = inForce(place);
  if (!active.includes(change)) {
    return false;
  }
  await bringIntoForce(
    place,
    active.filter((other) => other !== change),
    settings
  );
  return true;
}

const fileIn = ({ folder }: ConfigPlace, name = 'prometheus.yml') => join(folder, name);
/** The configuration as the stack generated it. */
const original = (place: ConfigPlace) => fileIn(place, 'prometheus.without-faults.yml');
const list = (place: ConfigPlace) => fileIn(place, 'faults.json');

function inForce(place: ConfigPlace): ConfigChange[] {
  if (!existsSync(list(place))) {
    return [];
  }
  const names = z.array(z.string()).parse(JSON.parse(readFileSync(list(place), 'utf8')));
  return NAMES.filter((name) => names.includes(name));
}

async function bringIntoForce(place: ConfigPlace, active: readonly ConfigChange[], settings: Settings): Promise<void> {
  if (!existsSync(original(place))) {
    copyFileSync(fileIn(place), original(place));
  }
  const generated = configuration.parse(parse(readFileSync(original(place), 'utf8')));
  const config = NAMES.filter((name) => active.includes(name)).reduce<Configuration>(
    (changed, name) => CHANGES[name](changed, settings.selectors.exporter.job),
    generated
  );
  for (const [name, rules] of Object.entries(RULE_FILES)) {
    writeFileSync(fileIn(place, name), stringify(rules));
  }
  // Prometheus may read at any moment: it finds the old file or the new one.
  writeFileSync(fileIn(place, 'prometheus.new.yml'), stringify(config));
  renameSync(fileIn(place, 'prometheus.new.yml'), fileIn(place));
  writeFileSync(list(place), JSON.stringify(active));
  await place.reload();
}

const withTarget = (groups: Configuration['scrape_configs'][number]['static_configs']) =>
  groups.map((group, i) => (i === 0 ? { ...group, targets: [...group.targets, NOBODY] } : group));

const withRules = (config: Configuration, file: keyof typeof RULE_FILES): Configuration => ({
  ...config,
  rule_files: [...config.rule_files, file],
});

function withAlertmanagers(config: Configuration, change: typeof withTarget): Configuration {
  const { alertmanagers } = config.alerting;
  return {
    ...config,
    alerting: {
      ...config.alerting,
      alertmanagers: alertmanagers.map((group) => ({ ...group, static_configs: change(group.static_configs) })),
    },
  };
}
