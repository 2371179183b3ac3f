import fc from 'fast-check';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { stringify } from 'yaml';
import { LEVELS } from '../kinds/threshold';
import { SYSTEMS } from '../systems';
import { checkSettings } from './checkSettings';
import { DEFAULT_SETTINGS, SETTING_NAMES } from './defaults';
import { explain } from './explain';
import { readSettings } from './readSettings';

const told = (text: string) => explain(readSettings(text).problems, 'f').split('\n');

const DECIMAL = 'write only the number, like 60 or 0.5; operator and unit stay as documented';
const DURATION = 'write a whole number and one unit, like 90s, 5m, 24h or 7d';
const RESERVED =
  'choose another name; reserved are severity, system, component, rule, action, alertname, job, instance, le';

/** A broken file and everything that is told about it. */
const BROKEN: ReadonlyArray<readonly [mistake: string, text: string, ...lines: string[]]> = [
  // YAML
  [
    'a list',
    '- a',
    'f:1:1  the file is not a map of settings → write it like "thresholds:", see docs/genwatch.config.example.yaml',
  ],
  [
    'two documents',
    'labels: { a: b }\n---\nlabels: { c: d }',
    'f:2:1  the file holds more than one document → keep one: remove the "---" between them',
  ],
  [
    'a tab',
    'scrape:\n\tinterval: 5s',
    'f:2:1  not valid YAML: Tabs are not allowed as indentation → indent with spaces',
  ],
  [
    'an open quote',
    'scrape: { interval: 5s }\nlabels:\n  team: "media\nzones: { buckets: UTC }\n',
    'f:3:9  not valid YAML: Missing closing "quote → close the quote or the bracket',
  ],
  [
    'an open bracket',
    'disabled: [A\nscrape: { interval: 5s }',
    'f:2:1  not valid YAML: Flow sequence in block collection must be sufficiently indented and end with a ] → indent the keys of one map alike, and close brackets',
  ],
  [
    'a colon in a plain value',
    'labels:\n  team: a: b',
    'f:2:9  not valid YAML: Nested mappings are not allowed in compact mappings → put a value that holds ": " in quotes',
  ],
  [
    'a reserved character',
    'labels:\n  team: @media',
    'f:2:9  not valid YAML: Plain value cannot start with reserved character @ → put the value in quotes',
  ],
  [
    'a key twice',
    'scrape:\n  interval: 5s\n  timeout: 1s\n  interval: 6s',
    'f:4:3  scrape.interval: "interval" is written twice (first in line 2) → keep one, with everything that belongs to it',
  ],
  [
    'an anchor and its alias',
    'labels: &x { a: b }\nselectors:\n  ci: *x',
    'f:1:12  labels: the anchor "&x" is not supported → remove it and write the value out where it is needed',
    'f:3:7  selectors.ci: the alias "*x" is not supported → write the value out',
  ],
  [
    'a merge key',
    'scrape:\n  <<: { interval: 5s }',
    'f:2:3  scrape.<<: unknown key "<<" → use one of interval, timeout, exporter',
  ],
  [
    'a tag',
    'scrape: { interval: !!str 5s }',
    'f:1:27  scrape.interval: the tag "!!str" is not supported → remove it: values are read as they are written',
  ],
  [
    "a tag of one's own",
    'scrape: { interval: !five 5s }',
    'f:1:27  scrape.interval: the tag "!five" is not supported → remove it: values are read as they are written',
  ],
  [
    'a key that is a list',
    'labels:\n  ? [a]\n  : b',
    'f:2:5  labels: a key must be a plain name → write it like "name: value"',
  ],
  [
    'a key that means something to JavaScript',
    'labels:\n  __proto__: b',
    'f:2:3  labels: a key must be a plain name → write it like "name: value"',
  ],
  // Names
  ['an unknown section', 'treshold: {}', 'f:1:1  treshold: unknown key "treshold" → did you mean "thresholds"?'],
  [
    'an unknown section near no other',
    'frobnicate: {}',
    'f:1:1  frobnicate: unknown key "frobnicate" → none of the 17 known names is near; docs/reference lists them',
  ],
  [
    'an unknown level',
    'thresholds:\n  a.b: { critcal: 5 }',
    'f:2:10  thresholds.a.b.critcal: unknown key "critcal" → did you mean "critical"?',
  ],
  [
    'thresholds nested below their system',
    'thresholds:\n  validation:\n    success_rate: { critical: 5 }',
    'f:3:5  thresholds.validation.success_rate: unknown key "success_rate" → write a threshold\'s id in one piece: "validation.success_rate:"',
  ],
  [
    'an unknown column',
    'validation:\n  messages:\n    columns: { chatid: c }',
    'f:3:16  validation.messages.columns.chatid: unknown key "chatid" → did you mean "chat_id"?',
  ],
  [
    'an unknown type of time',
    'validation: { messages: { timestamps: timestampz } }',
    'f:1:27  validation.messages.timestamps: unknown value "timestampz" → did you mean "timestamptz"?',
  ],
  // Numbers
  [
    'an exponent',
    'thresholds:\n  a.b:\n    critical: 5e0',
    `f:3:5  thresholds.a.b.critical: "5e0" is not a decimal number → ${DECIMAL}`,
  ],
  [
    'a hexadecimal number',
    'thresholds: { a.b: { critical: 0x10 } }',
    `f:1:22  thresholds.a.b.critical: "0x10" is not a decimal number → ${DECIMAL}`,
  ],
  [
    'separated digits',
    'thresholds: { a.b: { critical: 1_000 } }',
    `f:1:22  thresholds.a.b.critical: "1_000" is not a decimal number → ${DECIMAL}`,
  ],
  [
    'infinity',
    'thresholds: { a.b: { critical: .inf } }',
    `f:1:22  thresholds.a.b.critical: ".inf" is not a decimal number → ${DECIMAL}`,
  ],
  [
    'a percent sign',
    'thresholds: { a.b: { critical: 55% } }',
    `f:1:22  thresholds.a.b.critical: "55%" is not a decimal number → ${DECIMAL}`,
  ],
  [
    'an operator',
    'thresholds: { a.b: { critical: "< 55" } }',
    `f:1:22  thresholds.a.b.critical: "< 55" is not a decimal number → ${DECIMAL}`,
  ],
  [
    'an octal number',
    'thresholds: { a.b: { critical: 010 } }',
    'f:1:22  thresholds.a.b.critical: "010" starts with a zero, which some readers take for octal → write it without leading zeros',
  ],
  [
    'more digits than a float has',
    'thresholds: { a.b: { critical: 0.1234567890123456 } }',
    'f:1:22  thresholds.a.b.critical: "0.1234567890123456" has more digits than Prometheus can tell apart → write at most 15 digits',
  ],
  [
    'no number',
    'thresholds:\n  a.b:\n    critical:\n',
    'f:3:5  thresholds.a.b.critical: has no value → write it like 60',
  ],
  [
    'a list for a number',
    'thresholds: { a.b: { critical: [5] } }',
    'f:1:22  thresholds.a.b.critical: a single value is expected here, not a list → write it like 60',
  ],
  [
    'half a sample',
    'thresholds: { a.b: { minimumSample: 2.5 } }',
    'f:1:22  thresholds.a.b.minimumSample: "2.5" is not a positive whole number → write it like 5',
  ],
  [
    'no sample',
    'thresholds: { a.b: { minimumSample: 0 } }',
    'f:1:22  thresholds.a.b.minimumSample: "0" is not a positive whole number → write it like 5',
  ],
  // Durations
  [
    'a number for a duration',
    'scrape: { interval: 5 }',
    `f:1:11  scrape.interval: "5" is not a duration → ${DURATION}`,
  ],
  [
    'two units',
    'thresholds: { a.b: { for: { critical: 1m30s } } }',
    `f:1:29  thresholds.a.b.for.critical: "1m30s" is not a duration → ${DURATION}`,
  ],
  [
    'one duration for all levels',
    'thresholds: { a.b: { for: 10m } }',
    'f:1:22  thresholds.a.b.for: a map is expected here, not a single value → write it like { critical: 10m }',
  ],
  [
    'no time at all',
    'evaluation: { exporter: 0s }',
    'f:1:15  evaluation.exporter: "0s" is no time at all → write a duration longer than 0s',
  ],
  [
    'an eternity',
    'validation: { idle: 4000d }',
    'f:1:15  validation.idle: "4000d" is longer than ten years → write a shorter duration',
  ],
  [
    'a timeout beyond the interval',
    'scrape: { timeout: 1m }',
    'f:1:11  scrape.timeout: timeout 1m is longer than interval 10s: Prometheus refuses that → set timeout to 10s or less, or interval to 1m or more',
  ],
  [
    'an interval below the default timeout',
    'scrape:\n  interval: 1s',
    'f:1:1  scrape.timeout: timeout 4s is longer than interval 1s: Prometheus refuses that → set timeout to 1s or less, or interval to 4s or more',
  ],
  [
    'repeats before the group interval',
    'delivery: { repeatInterval: 10s }',
    'f:1:1  delivery.groupInterval: groupInterval 34s is longer than repeatInterval 10s: repeats are sent in group intervals → set groupInterval to 10s or less, or repeatInterval to 34s or more',
  ],
  // Labels
  [
    'a label Genwatch sets',
    'labels: { component: x }',
    `f:1:11  labels.component: the label "component" is reserved → ${RESERVED}`,
  ],
  [
    'the severity as a label',
    'alerts:\n  A:\n    labels: { severity: page }',
    'f:3:15  alerts.A.labels.severity: the label "severity" is reserved → rename the levels in the section "severities"',
  ],
  [
    'a label Prometheus keeps',
    'labels: { __name__: x }',
    'f:1:11  labels.__name__: "__name__" starts with "__", which Prometheus keeps for itself → choose another name',
  ],
  [
    'a name that is no label',
    'selectors: { ci: { my-job: x } }',
    'f:1:20  selectors.ci.my-job: "my-job" is not a label name → use letters, digits and _, and do not start with a digit',
  ],
  [
    'a template',
    'labels: { team: "{{ $labels.team }}" }',
    'f:1:11  labels.team: "{{ $labels.team }}" holds a template → write plain text: templates are not filled in here',
  ],
  [
    'an empty label',
    'selectors: { exporter: { job: "" } }',
    'f:1:26  selectors.exporter.job: is empty, and Prometheus takes an empty label for none → write a value or remove the label',
  ],
  [
    'a line break in a label',
    'labels: { team: "a\\nb" }',
    'f:1:11  labels.team: "a\\nb" holds a control character → remove line breaks, tabs and the like',
  ],
  [
    'an alert without labels',
    'alerts: { A: { label: {} } }',
    'f:1:11  alerts.A.labels: "labels" is missing → add it, like labels: { team: media }',
    'f:1:16  alerts.A.label: unknown key "label" → did you mean "labels"?',
  ],
  [
    'one severity for two levels',
    'severities: { warning: critical }',
    'f:1:1  severities.critical: "critical" stands twice, first at severities.warning → give each level a severity of its own: routing and inhibition tell levels apart by it',
  ],
  // Places
  [
    'a target with a scheme',
    'targets: { exporter: [ok:1, "http://a:9464"] }',
    'f:1:29  targets.exporter.1: "http://a:9464" is not a host and port → write it like 127.0.0.1:9464, without scheme and path',
  ],
  [
    'a port that cannot be',
    'targets: { exporter: ["a:65536"] }',
    'f:1:23  targets.exporter.0: "a:65536" is not a host and port → write it like 127.0.0.1:9464, without scheme and path',
  ],
  [
    'a target twice',
    'targets: { exporter: ["a:1", "a:1"] }',
    'f:1:30  targets.exporter.1: "a:1" stands twice, first at targets.exporter.0 → remove one',
  ],
  [
    'an application twice',
    'targets: { application: ["a:1", "a:1"] }',
    'f:1:33  targets.application.1: "a:1" stands twice, first at targets.application.0 → remove one',
  ],
  [
    'an application in the job of the exporter',
    'targets: { application: ["a:1"] }\nselectors: { application: { job: genwatch-exporter } }',
    'f:2:29  selectors.application.job: "genwatch-exporter" stands twice, first at selectors.exporter.job → give each scrape job a name of its own',
  ],
  [
    'no target',
    'targets: { alertmanager: [] }',
    'f:1:12  targets.alertmanager: the list is empty → add an item or remove the key to keep the default: without one, nobody is notified',
  ],
  [
    'a zone without its continent',
    'zones: { buckets: Berlin }',
    'f:1:10  zones.buckets: "Berlin" is not a time zone → did you mean "Europe/Berlin"?',
  ],
  [
    'a zone in small letters',
    'zones: { buckets: europe/berlin }',
    'f:1:10  zones.buckets: "europe/berlin" is not a time zone → did you mean "Europe/Berlin"?',
  ],
  [
    'an offset for a zone',
    'zones: { timestamps: "+01:00" }',
    'f:1:10  zones.timestamps: "+01:00" is not a time zone → use a name of the IANA list, like UTC or Europe/Berlin',
  ],
  [
    'a link without a scheme',
    'links: { grafana: grafana.example.com }',
    'f:1:10  links.grafana: is not a link with http or https → write it like https://grafana.example.com',
  ],
  [
    'a link of another scheme',
    'links: { grafana: "javascript:alert(1)" }',
    'f:1:10  links.grafana: is not a link with http or https → write it like https://grafana.example.com',
  ],
  [
    'a link with a query',
    'links: { runbooks: "https://a.example/?p=1" }',
    'f:1:10  links.runbooks: has a "?" or "#", but paths are appended to it → write only scheme, host and path',
  ],
  // Secrets: never quoted
  [
    'a password in a link',
    'receivers: { console: "https://me:secret@a.example" }',
    'f:1:14  receivers.console: holds a user name or password → secrets do not belong in this file: use a link without them',
  ],
  [
    'a Slack URL as a webhook',
    'receivers: { webhook: { url: https://hooks.slack.com/services/SECRET } }',
    'f:1:25  receivers.webhook.url: is a Slack webhook, which is a secret → put it into a file and name that in receivers.slack.urlFile',
  ],
  [
    'a URL in place of its file',
    'receivers:\n  slack: { url: https://hooks.slack.com/services/SECRET, channel: "#a" }',
    'f:2:3  receivers.slack.urlFile: "urlFile" is missing → add it, like urlFile: /run/secrets/slack-url',
    'f:2:12  receivers.slack.url: unknown key "url" → use one of urlFile, channel',
  ],
  [
    'a URL in place of a path',
    'receivers:\n  slack:\n    urlFile: https://hooks.slack.com/services/SECRET\n    channel: "#a"',
    'f:3:5  receivers.slack.urlFile: is a link, which is a secret → put the link into a file and write the path of that file',
  ],
  [
    'a URL in place of a map',
    'receivers: { webhook: https://a.example/SECRET }',
    'f:1:14  receivers.webhook: a map is expected here, not a single value → write it like { url: https://hooks.example.com/genwatch }',
  ],
  [
    'a channel that became a comment',
    'receivers:\n  slack:\n    urlFile: /run/x\n    channel: #alerts',
    'f:4:5  receivers.slack.channel: has no value → write it like "#alerts"',
  ],
  // The validator's data
  [
    'a table in three parts',
    'validation: { messages: { table: a.b.c } }',
    'f:1:27  validation.messages.table: "a.b.c" is not a table → write it like messages or app.messages',
  ],
  [
    'a name PostgreSQL would cut',
    `validation: { messages: { columns: { id: ${'ä'.repeat(32)} } } }`,
    `f:1:38  validation.messages.columns.id: "${'ä'.repeat(32)}" is longer than 63 bytes → write the name as it is in the database`,
  ],
  [
    'one column for two',
    'validation: { messages: { columns: { chat_id: id } } }',
    'f:1:38  validation.messages.columns.chat_id: "id" stands twice, first at validation.messages.columns.id → name the column that holds each',
  ],
  [
    'look-ahead',
    "validation:\n  phrases:\n    trip: ['giving up', '(?!x)y']",
    'f:3:25  validation.phrases.trip.1: is not a portable pattern, near character 3: look-around is not portable → say what must be there, or split the pattern in two',
  ],
  [
    'no phrase',
    'validation: { phrases: { attempt: [] } }',
    'f:1:26  validation.phrases.attempt: the list is empty → add an item or remove the key to keep the default: without one, no attempt is ever seen',
  ],
  [
    'a text for a list',
    'validation: { phrases: { attempt: fixing } }',
    "f:1:26  validation.phrases.attempt: a list is expected here, not a single value → write it like ['^fixing']",
  ],
  [
    'a pattern name twice',
    'validation:\n  patterns:\n    - { name: A, pattern: a }\n    - { name: A, pattern: b }',
    'f:4:9  validation.patterns.1.name: "A" stands twice, first at validation.patterns.0.name → join the patterns with "|" or rename one',
  ],
  [
    'a pattern without a name',
    'validation:\n  patterns:\n    - { name: " ", pattern: a }\n    - { pattern: b }',
    'f:3:9  validation.patterns.0.name: is empty → write a name',
    'f:4:7  validation.patterns.1.name: "name" is missing → add it, like name: Missing FPS',
  ],
  [
    'an alert disabled twice',
    'disabled: [A, B, A]',
    'f:1:18  disabled.2: "A" stands twice, first at disabled.0 → remove one',
  ],
];

describe('reading genwatch.config.yaml', () => {
  it.each(BROKEN.map(([mistake, ...rest]) => ({ mistake, rest })))(
    'tells of $mistake',
    ({ rest: [text = '', ...lines] }) => {
      expect(told(text)).toEqual(lines);
    }
  );

  it('never repeats a secret', () => {
    const lines = BROKEN.flatMap(([, text]) => told(text)).join('\n');
    expect(lines).not.toMatch(/secret@|SECRET/);
  });

  it('tells of everything at once, in the order of the file', () => {
    const text =
      BROKEN.map(([, broken]) => broken).find((broken) => broken.startsWith('zones: { buckets: Berlin')) ?? '';
    const lines = told(
      `treshold: {}\n${text}\nscrape: { interval: 5, interval: 6s, timeout: 1h }\nlabels: { le: x, job: y }\n`
    );
    expect(lines.map((line) => line.split('  ')[0])).toEqual([
      'f:1:1',
      'f:2:10',
      'f:3:24',
      'f:3:38',
      'f:4:11',
      'f:4:18',
    ]);
  });

  it('tells what is wrong before broken syntax too, and guesses nothing behind it', () => {
    const lines = told('treshold: {}\nlabels:\n  team: "media\nfrobnicate: {}\n');
    expect(lines.map((line) => line.split('  ')[0])).toEqual(['f:1:1', 'f:3:9']);
  });

  it.each([
    ['nothing', ''],
    ['comments only', '# thresholds:\n'],
    ['a byte order mark', '\ufefflabels: {}\n'],
    ['Windows line ends', 'labels: {}\r\nscrape:\r\n  interval: 10s\r\n'],
    ['sections whose lines are all commented out', 'thresholds:\n  # a.b: {}\ndisabled:\nvalidation:\n  patterns:\n'],
  ])('keeps the defaults with %s', (_, text) => {
    expect(readSettings(text)).toEqual({ settings: DEFAULT_SETTINGS, problems: [] });
  });

  it('reads back every setting there is', () => {
    const all = {
      ...DEFAULT_SETTINGS,
      thresholds: {
        'a.b': {
          target: '80',
          info: '70.0',
          warning: '60',
          critical: '0.10',
          window: '7d',
          for: { critical: '0s' },
          minimumSample: '10',
        },
      },
      alerts: { A: { labels: { team: 'media' } } },
      disabled: ['B', 'C.warning'],
      labels: { environment: 'production' },
      links: { ...DEFAULT_SETTINGS.links, grafana: 'https://grafana.example.com' },
      receivers: {
        console: 'http://c:1',
        slack: { urlFile: '/run/x', channel: '#a' },
        webhook: { url: 'https://h.example/x?y=z' },
        deadman: { url: 'https://d.example/x' },
      },
    };
    expect(readSettings(stringify(all))).toEqual({ settings: all, problems: [] });
  });

  it('merges maps and replaces lists', () => {
    const { settings } = readSettings(
      "selectors: { exporter: { cluster: eu } }\nvalidation:\n  messages: { columns: { chat_id: chatId } }\n  phrases: { trip: ['enough'] }\n"
    );
    expect(settings.selectors.exporter).toEqual({ job: 'genwatch-exporter', cluster: 'eu' });
    expect(settings.validation.messages.columns).toMatchObject({ id: 'id', chat_id: 'chatId' });
    expect(settings.validation.phrases).toEqual({ ...DEFAULT_SETTINGS.validation.phrases, trip: ['enough'] });
  });

  it('takes what looks like numbers and truths as text where text is meant', () => {
    const { settings, problems } = readSettings(
      'labels: { shard: 1_0, paging: yes, since: 2024-01-01, version: 1.10 }'
    );
    expect(problems).toEqual([]);
    expect(settings.labels).toEqual({ shard: '1_0', paging: 'yes', since: '2024-01-01', version: '1.10' });
  });

  it('removes the slash at the end of a base, because links bring their own', () => {
    expect(readSettings('links: { grafana: https://g.example/sub// }').settings.links.grafana).toBe(
      'https://g.example/sub'
    );
  });

  it('keeps the default of what is wrong, and the rest of the file', () => {
    const { settings } = readSettings(
      'scrape: { interval: soon, timeout: 1s }\nreceivers: { slack: { channel: "#a" }, console: "http://c:1" }\ndisabled: [A, ""]\nthresholds: { a.b: { critical: 5e0, warning: 7 } }\n'
    );
    expect(settings.scrape).toEqual({ interval: '10s', timeout: '1s' });
    expect(settings.receivers).toEqual({ console: 'http://c:1' });
    expect(settings.disabled).toEqual([]);
    expect(settings.thresholds).toEqual({ 'a.b': { warning: '7' } });
  });

  it('keeps every decimal number as it is written', () => {
    const whole = fc.bigInt({ min: 0n, max: 9_999_999n }).map(String);
    const written = fc
      .tuple(fc.constantFrom('', '-'), whole, fc.option(fc.stringMatching(/^\d{1,7}$/), { nil: undefined }))
      .map(([sign, digits, fraction]) => `${sign}${digits}${fraction === undefined ? '' : `.${fraction}`}`);
    fc.assert(
      fc.property(fc.constantFrom(...LEVELS), written, fc.constantFrom('', '"', "'"), (level, number, quote) => {
        const { settings, problems } = readSettings(
          `thresholds:\n  a.b:\n    ${level}: ${quote}${number}${quote} # why\n`
        );
        expect(problems).toEqual([]);
        expect(settings.thresholds['a.b']).toEqual({ [level]: number });
      })
    );
  });

  it('never throws, whatever the file holds', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.object().map((value) => stringify(value)),
          fc.json()
        ),
        (text) => {
          const { settings } = readSettings(text);
          expect(Object.keys(settings)).toEqual(Object.keys(DEFAULT_SETTINGS));
        }
      )
    );
  });
});

describe('the example file', () => {
  const text = readFileSync(path.join(__dirname, '../../../docs/genwatch.config.example.yaml'), 'utf8');

  it('reads without problems, for the systems there are', () => {
    const { settings, problems } = readSettings(text);
    expect(explain(problems)).toBe('');
    expect(checkSettings(settings, SYSTEMS)).toEqual([]);
  });

  it('shows every section once', () => {
    const sections = [...text.matchAll(/^(\w+):/gm)].map(([, name]) => name);
    expect(sections).toEqual(SETTING_NAMES);
  });
});
