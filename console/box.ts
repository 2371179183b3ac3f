import { styleText } from 'node:util';
import { type Settings } from '../src/catalog/settings/settings';
import { cleanText } from './cleanText';
import { elapsed } from './elapsed';
import { LOOKS, toneOf } from './look';
import { type Notification } from './notification';
import { stepsOf } from './steps';
import { utc } from './utc';

/** How boxes are drawn. */
export interface BoxStyle {
  readonly colour: boolean;
  readonly severities: Settings['severities'];
}

const RULE = '='.repeat(60);

/** A notification as the box that people on call read; several lines, without a line break at the end. */
export function renderBox(notification: Notification, style: BoxStyle): string {
  const { emoji, colour } = LOOKS[toneOf(notification, style.severities)];
  const paint = (text: string) => (style.colour ? styleText(colour, text, { validateStream: false }) : text);
  const strong = (text: string) => (style.colour ? styleText(['bold', colour], text, { validateStream: false }) : text);
  const badge = notification.status === 'resolved' ? 'RESOLVED' : cleanText(notification.severity).toUpperCase();
  return [
    strong(`${emoji} GENWATCH ALERT [${badge}]`),
    paint(RULE),
    ...(notification.status === 'resolved' ? resolvedLines(notification) : firingLines(notification)),
    ...closingLines(notification),
    paint(RULE),
  ].join('\n');
}

function firingLines(notification: Notification): string[] {
  const steps = stepsOf(notification.annotations.actions);
  return [
    ...headLines(notification, describe(notification)),
    `Time: ${utc(notification.startsAt)}`,
    '',
    ...(steps.length > 0 ? ['Recommended Actions:', ...steps.map((step, i) => `  ${i + 1}. ${step}`), ''] : []),
  ];
}

function resolvedLines(notification: Notification): string[] {
  const { startsAt, endsAt, receivedAt, severity } = notification;
  const end = endsAt ?? receivedAt;
  return [
    ...headLines(notification, `No longer firing. Last seen: ${describe(notification)}`),
    `Time: ${utc(end)}`,
    `Lasted: ${elapsed(new Date(startsAt), new Date(end))}, since ${utc(startsAt)}, as ${cleanText(severity)}`,
    '',
  ];
}

const headLines = ({ annotations, alertname, component }: Notification, message: string): string[] => [
  `Title: ${cleanText(annotations.summary ?? alertname)}`,
  `Component: ${cleanText(component)}`,
  `Message: ${message}`,
];

const describe = ({ annotations, alertname }: Notification): string =>
  cleanText(annotations.description ?? annotations.summary ?? alertname);

function closingLines(notification: Notification): string[] {
  const { runbook_url: runbook, dashboard_url: dashboard } = notification.annotations;
  return [
    `Details: ${details(notification)}`,
    ...(runbook ? [`Runbook: ${cleanText(runbook)}`] : []),
    ...(dashboard ? [`Dashboard: ${cleanText(dashboard)}`] : []),
  ];
}

/** Labels that the box tells in its own lines. */
const TOLD = ['severity', 'component'];

function details({ annotations, labels }: Notification): string {
  const cleaned = Object.entries(labels)
    .filter(([name]) => !TOLD.includes(name))
    .map(([name, value]) => [cleanText(name), cleanText(value)] as const);
  return JSON.stringify({
    ...(annotations.value !== undefined && { value: cleanText(annotations.value) }),
    ...(annotations.condition !== undefined && { condition: cleanText(annotations.condition) }),
    labels: Object.fromEntries(cleaned),
  });
}
