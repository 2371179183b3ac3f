import { DEFAULT_SETTINGS } from '../../../src/catalog/settings/defaults';
import { fixtureSystem } from '../../../src/catalog/settings/fixtureSystem';
import { type Settings } from '../../../src/catalog/settings/settings';
import { alertmanagerConfig } from './alertmanagerConfig';

const configOf = (changes: Partial<Settings> = {}) =>
  alertmanagerConfig({ settings: { ...DEFAULT_SETTINGS, ...changes }, systems: [] });

const receivers: Settings['receivers'] = {
  console: 'http://console:9465',
  slack: { urlFile: '/run/secrets/slack', channel: '#alerts' },
  webhook: { url: 'https://hooks.example.com/x' },
};

describe('alertmanagerConfig', () => {
  it('groups by component with the timings of the settings', () => {
    const { route } = configOf({ delivery: { groupWait: '7s', groupInterval: '11s', repeatInterval: '2h' } });
    expect(route).toMatchObject({
      receiver: 'console',
      group_by: ['component'],
      group_wait: '7s',
      group_interval: '11s',
      repeat_interval: '2h',
    });
  });

  it('tells the console alone when nothing else is configured', () => {
    const config = configOf();
    expect(config.route.routes?.map(({ receiver }) => receiver)).toEqual(['watchdog']);
    expect(config.receivers.map(({ name }) => name)).toEqual(['console', 'watchdog']);
    expect(config.receivers[0]?.webhook_configs).toEqual([
      { url: 'http://127.0.0.1:9465/alertmanager', send_resolved: true },
    ]);
  });

  it('tells every configured channel, the console included', () => {
    const config = configOf({ receivers });
    expect(config.route.routes?.slice(1)).toEqual([
      { receiver: 'console', continue: true },
      { receiver: 'slack', continue: true },
      { receiver: 'webhook', continue: true },
    ]);
    expect(config.receivers).toMatchObject([
      { name: 'console' },
      {
        name: 'slack',
        slack_configs: [{ api_url_file: '/run/secrets/slack', channel: '#alerts', send_resolved: true }],
      },
      { name: 'webhook', webhook_configs: [{ url: 'https://hooks.example.com/x', send_resolved: true }] },
      { name: 'watchdog' },
    ]);
  });

  it('sends the watchdog to its own receiver about every minute, at once the first time', () => {
    const config = configOf({ receivers });
    expect(config.route.routes?.[0]).toEqual({
      receiver: 'watchdog',
      matchers: ['rule="platform.watchdog"'],
      group_wait: '0s',
      group_interval: '10s',
      repeat_interval: '1m',
    });
    expect(config.receivers.at(-1)).toEqual({
      name: 'watchdog',
      webhook_configs: [{ url: 'http://console:9465/watchdog', send_resolved: false }],
    });
  });

  it("sends the watchdog to a dead man's switch elsewhere too", () => {
    const deadman = { url: 'https://deadman.example.com/x' };
    expect(configOf({ receivers: { ...receivers, deadman } }).receivers.at(-1)).toEqual({
      name: 'watchdog',
      webhook_configs: [
        { url: 'http://console:9465/watchdog', send_resolved: false },
        { url: 'https://deadman.example.com/x', send_resolved: false },
      ],
    });
  });

  it('lets a level inhibit only what was judged by the same labels', () => {
    const systems = [fixtureSystem(DEFAULT_SETTINGS)];
    expect(alertmanagerConfig({ settings: DEFAULT_SETTINGS, systems }).inhibit_rules.map(({ equal }) => equal)).toEqual(
      Array.from({ length: 3 }, () => ['system', 'component', 'rule', 'scene'])
    );
  });

  it('lets each level inhibit the milder ones of the same rule, by the names the settings give them', () => {
    const severities = { info: 'P3', warning: 'say "hm"', critical: 'P1' };
    const ours = 'rule=~".+"';
    const equal = ['system', 'component', 'rule'];
    expect(configOf({ severities }).inhibit_rules).toEqual([
      { source_matchers: ['severity="say \\"hm\\""', ours], target_matchers: ['severity="P3"', ours], equal },
      { source_matchers: ['severity="P1"', ours], target_matchers: ['severity="P3"', ours], equal },
      { source_matchers: ['severity="P1"', ours], target_matchers: ['severity="say \\"hm\\""', ours], equal },
    ]);
  });
});
