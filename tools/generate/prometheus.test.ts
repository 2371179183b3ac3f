import { parse } from 'yaml';
import { buildCatalog } from '../../src/catalog/catalog';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { type Settings } from '../../src/catalog/settings/settings';
import { SYSTEMS } from '../../src/catalog/systems';
import { emitPrometheus } from './prometheus';

interface Job {
  readonly job_name: string;
  readonly static_configs: unknown;
}

const jobs = (changes: Partial<Settings> = {}) => {
  const [text = ''] = emitPrometheus(buildCatalog(SYSTEMS, { ...DEFAULT_SETTINGS, ...changes })).values();
  return (parse(text) as { scrape_configs: Job[] }).scrape_configs;
};

describe('the configuration of Prometheus', () => {
  it('scrapes no application that nobody named: a job without a target that answers would be an alert', () => {
    expect(jobs().map(({ job_name }) => job_name)).toEqual(['genwatch-exporter', 'prometheus', 'alertmanager']);
  });

  it('scrapes the applications of the settings, with the labels by which their series are found', () => {
    const targets = { ...DEFAULT_SETTINGS.targets, application: ['10.0.0.7:8080', '10.0.0.8:8080'] };
    const selectors = { ...DEFAULT_SETTINGS.selectors, application: { job: 'video', env: 'prod' } };
    expect(jobs({ targets, selectors }).at(-1)).toEqual({
      job_name: 'video',
      static_configs: [{ targets: targets.application, labels: { env: 'prod' } }],
    });
  });
});
