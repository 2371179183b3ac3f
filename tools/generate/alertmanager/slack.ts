import { type Settings } from '../../../src/catalog/settings/settings';

/** Beside the configuration file. */
export const TEMPLATE_FILE = 'genwatch.tmpl';

/** One Slack-compatible channel; the address of its webhook is a secret and stays in its file. */
export interface SlackConfig {
  readonly api_url_file: string;
  readonly channel: string;
  readonly send_resolved: boolean;
  readonly color: string;
  readonly title: string;
  readonly title_link: string;
  readonly fallback: string;
  readonly text: string;
  readonly fields: ReadonlyArray<{ readonly title: string; readonly value: string; readonly short: boolean }>;
}

const named = (template: string) => `{{ template "genwatch.slack.${template}" . }}`;

/** The attachment is made by the templates of `slackTemplates`. */
export const slackConfig = ({ urlFile, channel }: NonNullable<Settings['receivers']['slack']>): SlackConfig => ({
  api_url_file: urlFile,
  channel,
  send_resolved: true,
  color: named('color'),
  title: named('title'),
  title_link: named('link'),
  fallback: named('title'),
  text: named('text'),
  fields: [
    { title: 'Component', value: named('component'), short: true },
    { title: 'Severity', value: named('severity'), short: true },
  ],
});
