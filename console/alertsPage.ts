import { type Settings } from '../src/catalog/settings/settings';
import { cleanText } from './cleanText';
import { elapsed } from './elapsed';
import { LOOKS, toneOf } from './look';
import { type Notification } from './notification';
import { stepsOf } from './steps';
import { utc } from './utc';

/** What the page shows; notifications as they came, oldest first. */
export interface AlertsPage {
  readonly notifications: readonly Notification[];
  readonly watchdog: { readonly state: 'waiting' | 'heard' | 'silent'; readonly lastHeardAt?: Date };
  readonly severities: Settings['severities'];
  readonly now: Date;
}

const SHOWN = 100;

const STYLE = `
:root { color-scheme: light dark; --text: #1f2328; --quiet: #59636e; --page: #f6f8fa; --card: #fff; --edge: #d1d9e0; --link: #0969da;
  --critical: #c4162a; --warning: #8a5a00; --info: #1f60c4; --resolved: #1a7f37; --unknown: #8a5a00; }
@media (prefers-color-scheme: dark) {
  :root { --text: #e6edf3; --quiet: #9aa4af; --page: #0d1117; --card: #161b22; --edge: #30363d; --link: #6cb0ff;
    --critical: #ff7b85; --warning: #f2cc60; --info: #79b8ff; --resolved: #56d364; --unknown: #f2cc60; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 56rem; padding: 1rem; background: var(--page); color: var(--text); font: 1rem/1.5 system-ui, sans-serif; }
h1 { font-size: 1.5rem; margin: 0; }
h2 { font-size: 1.1rem; margin: 0.25rem 0; overflow-wrap: anywhere; }
p, ol { margin: 0.5rem 0; overflow-wrap: anywhere; }
ol { padding-left: 1.5rem; }
a { color: var(--link); display: inline-block; padding: 0.25rem 0; margin-right: 1rem; }
article { background: var(--card); border: 1px solid var(--edge); border-left: 6px solid var(--tone); border-radius: 6px; margin: 1rem 0; padding: 0.75rem 1rem; }
.badge { color: var(--tone); font-weight: 700; margin: 0; }
.quiet { color: var(--quiet); font-size: 0.875rem; }
${Object.keys(LOOKS)
  .map((tone) => `.${tone} { --tone: var(--${tone}); }`)
  .join('\n')}
`;

/** A plain page of the latest alerts as they are now, newest first; it loads itself anew every 15 s and needs no script. */
export function alertsPage(page: AlertsPage): string {
  const shown = latestOfEach(page.notifications).slice(0, SHOWN);
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="15">
<title>Genwatch alerts</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>Genwatch alerts</h1>
${watchdogLine(page)}
</header>
<main>
${shown.map((notification) => card(notification, page)).join('\n') || '<p>No alert has arrived since the console was started.</p>'}
</main>
</body>
</html>
`;
}

/** An alert is delivered when it fires, again when its group changes, and when it resolves: one card tells the last. */
function latestOfEach(notifications: readonly Notification[]): Notification[] {
  const latest = new Map<string, Notification>();
  for (const notification of notifications.toReversed()) {
    const episode = JSON.stringify([notification.fingerprint, notification.startsAt]);
    latest.set(episode, latest.get(episode) ?? notification);
  }
  return [...latest.values()];
}

function watchdogLine({ watchdog: { state, lastHeardAt }, now }: AlertsPage): string {
  const heard = lastHeardAt
    ? `The watchdog was last heard ${elapsed(lastHeardAt, now)} ago`
    : 'The watchdog was not heard yet';
  const meaning = {
    heard: 'alerts can arrive.',
    waiting: 'it comes about once a minute when Prometheus and Alertmanager run.',
    silent: 'alerts would not arrive either. Check Prometheus and Alertmanager.',
  }[state];
  const text = escaped(`${heard}: ${meaning}`);
  return state === 'silent' ? `<p class="badge critical" role="alert">${text}</p>` : `<p class="quiet">${text}</p>`;
}

function card(notification: Notification, { severities, now }: AlertsPage): string {
  const { status, severity, component, annotations, alertname, startsAt, endsAt } = notification;
  const tone = toneOf(notification, severities);
  const end = endsAt ? new Date(endsAt) : now;
  const times =
    status === 'resolved'
      ? `resolved at ${utc(end.toISOString())} after ${elapsed(new Date(startsAt), end)}, as ${severity}`
      : `fires since ${utc(startsAt)}`;
  const steps = status === 'firing' ? stepsOf(annotations.actions) : [];
  const message = annotations.description;
  const links = link('Runbook', annotations.runbook_url) + link('Dashboard', annotations.dashboard_url);
  return [
    `<article class="${tone}">`,
    `<p class="badge">${escaped((status === 'resolved' ? status : severity).toUpperCase())}</p>`,
    `<h2>${escaped(annotations.summary ?? alertname)}</h2>`,
    `<p class="quiet">${escaped(`${alertname}, component ${component}, ${times}`)}</p>`,
    ...(message ? [`<p>${escaped(message)}</p>`] : []),
    ...(steps.length > 0 ? [`<ol>${steps.map((step) => `<li>${escaped(step)}</li>`).join('')}</ol>`] : []),
    ...(links ? [`<p>${links}</p>`] : []),
    '</article>',
  ].join('\n');
}

/** Only web addresses become links. */
const link = (text: string, url = ''): string =>
  /^https?:\/\//i.test(url) ? `<a href="${escaped(url)}">${text}</a>` : '';

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
const escaped = (text: string): string => cleanText(text).replace(/[&<>"']/g, (mark) => ENTITIES[mark] ?? mark);
