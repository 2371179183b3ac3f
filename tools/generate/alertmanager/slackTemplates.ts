import { ALERT_LEVELS, type AlertLevel } from '../../../src/catalog/kinds/threshold';
import { type Settings } from '../../../src/catalog/settings/settings';

/** Slack's own names for red, yellow and green, which compatible servers know too. */
const COLOURS: Record<AlertLevel | 'resolved', string> = {
  critical: 'danger',
  warning: 'warning',
  info: '#439fe0',
  resolved: 'good',
};
const EMOJI: Record<AlertLevel | 'resolved', string> = { critical: '🚨', warning: '⚠️', info: 'ℹ️', resolved: '✅' };

/** The Go templates of the Slack attachment, for the severity names of `settings`. */
export function slackTemplates({ severities }: Pick<Settings, 'severities'>): string {
  return TEMPLATES.map(({ name, body }) => `{{ define "genwatch.slack.${name}" }}${body(severities)}{{ end }}\n`).join(
    '\n'
  );
}

type Names = Settings['severities'];

/** A text chosen by the worst severity that fires in the group. */
function byWorst(texts: Record<AlertLevel | 'resolved', string>, severities: Names): string {
  // Levels go from mild to bad, so the last that matches is the worst.
  const choices = ALERT_LEVELS.map(
    (level) =>
      `{{ range .Alerts.Firing }}{{ if eq .Labels.severity ${goString(severities[level])} }}` +
      `{{ $worst = ${goString(texts[level])} }}{{ end }}{{ end }}`
  ).join('');
  return (
    `{{ if eq .Status "resolved" }}${texts.resolved}{{ else }}` +
    `{{ $worst := ${goString(texts.info)} }}${choices}{{ $worst }}{{ end }}`
  );
}

/** Go reads JSON's escapes. */
const goString = (text: string) => JSON.stringify(text);

/** Slack reads `<!channel>` and `<url|text>` in any text; its three marks are written as entities. */
const escaped = (value: string) => `{{ template "genwatch.slack.escaped" ${value} }}`;

const ALERT_TEXT = [
  `{{ with .Annotations.description }}${escaped('.')}{{ end }}`,
  `{{ with .Annotations.value }}*Value:* ${escaped('.')}{{ end }}`,
  `{{ with .Annotations.condition }}*Condition:* ${escaped('.')}{{ end }}`,
  `{{ with .Annotations.actions }}*Recommended actions:*\n${escaped('.')}{{ end }}`,
].join('\n');

const LINKS =
  `{{ with .Annotations.runbook_url }}<${escaped('.')}|Runbook>{{ end }}` +
  `{{ with .Annotations.dashboard_url }} <${escaped('.')}|Dashboard>{{ end }}`;

const TEMPLATES: ReadonlyArray<{ readonly name: string; readonly body: (severities: Names) => string }> = [
  {
    name: 'escaped',
    body: () => '{{ . | reReplaceAll "&" "&amp;" | reReplaceAll "<" "&lt;" | reReplaceAll ">" "&gt;" }}',
  },
  { name: 'color', body: (severities) => byWorst(COLOURS, severities) },
  { name: 'severity', body: (severities) => byWorst({ ...severities, resolved: 'resolved' }, severities) },
  { name: 'emoji', body: (severities) => byWorst(EMOJI, severities) },
  { name: 'component', body: () => escaped('.GroupLabels.component') },
  {
    name: 'title',
    body: () =>
      '{{ template "genwatch.slack.emoji" . }} [{{ template "genwatch.slack.severity" . }}] ' +
      '{{ template "genwatch.slack.component" . }}: ' +
      `{{ with .CommonAnnotations.summary }}${escaped('.')}{{ else }}` +
      '{{ len .Alerts.Firing }} firing, {{ len .Alerts.Resolved }} resolved{{ end }}',
  },
  {
    name: 'link',
    body: () => '{{ with .CommonAnnotations.runbook_url }}{{ . }}{{ else }}{{ .ExternalURL }}{{ end }}',
  },
  {
    name: 'text',
    body: () =>
      `{{ range .Alerts.Firing }}*${escaped('.Annotations.summary')}* (${escaped('.Labels.severity')})\n` +
      `${ALERT_TEXT}\n${LINKS}\n\n{{ end }}` +
      `{{ range .Alerts.Resolved }}*Resolved:* ${escaped('.Annotations.summary')} (${escaped('.Labels.severity')}), ` +
      // Rounded to whole seconds; a Go duration counts nanoseconds.
      `after {{ (.EndsAt.Sub .StartsAt).Round 1000000000 }}\n${LINKS}\n\n{{ end }}`,
  },
];
