import { parse } from 'yaml';
import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { emitPrometheus } from './prometheus';

describe('emitPrometheus', () => {
  it('sends alerts to Alertmanager without the label that is for Grafana alone', () => {
    const [text = ''] = emitPrometheus({ settings: DEFAULT_SETTINGS, systems: [] }).values();
    expect(parse(text)).toMatchObject({
      alerting: { alert_relabel_configs: [{ action: 'labeldrop', regex: '__grafana_origin' }] },
    });
  });
});
