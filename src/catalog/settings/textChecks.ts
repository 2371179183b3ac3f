import { isDecimal } from '../exact/decimal';
import { isDuration, seconds } from '../exact/duration';
import { postgresPattern } from '../sql/pattern';
import { nearest } from './nearest';
import { shown } from './shown';

/** What is wrong with one text of the file, and what to do. */
export interface Complaint {
  readonly message: string;
  readonly remedy: string;
}

/** Nothing when the text is fine. */
export type TextCheck = (text: string) => Complaint | undefined;

const complaint = (message: string, remedy: string): Complaint => ({ message, remedy });

/** A 64-bit float, which is all Prometheus has, keeps so many decimal digits. */
const DIGITS = 15;

export const checkDecimal: TextCheck = (text) => {
  if (!isDecimal(text)) {
    return complaint(
      `${shown(text)} is not a decimal number`,
      'write only the number, like 60 or 0.5; operator and unit stay as documented'
    );
  }
  if (/^-?0\d/.test(text)) {
    return complaint(
      `${shown(text)} starts with a zero, which some readers take for octal`,
      'write it without leading zeros'
    );
  }
  return text.replace(/^-?0*\.?0*|\./g, '').length > DIGITS
    ? complaint(`${shown(text)} has more digits than Prometheus can tell apart`, `write at most ${DIGITS} digits`)
    : undefined;
};

export const checkWholeNumber: TextCheck = (text) =>
  /^[1-9]\d{0,8}$/.test(text)
    ? undefined
    : complaint(`${shown(text)} is not a positive whole number`, 'write it like 5');

const TEN_YEARS = seconds('3650d');

/** May be `0s`. */
export const checkHold: TextCheck = (text) => {
  if (!isDuration(text) || /^0\d/.test(text)) {
    return complaint(`${shown(text)} is not a duration`, 'write a whole number and one unit, like 90s, 5m, 24h or 7d');
  }
  return seconds(text) > TEN_YEARS
    ? complaint(`${shown(text)} is longer than ten years`, 'write a shorter duration')
    : undefined;
};

export const checkDuration: TextCheck = (text) =>
  checkHold(text) ??
  (/^0/.test(text) ? complaint(`${shown(text)} is no time at all`, 'write a duration longer than 0s') : undefined);

export const checkName: TextCheck = (text) =>
  text.trim() === '' ? complaint('is empty', 'write a name') : hasControl(text);

const CONTROL = /[\u0000-\u001f\u007f]/;
const hasControl: TextCheck = (text) =>
  CONTROL.test(text)
    ? complaint(`${shown(text)} holds a control character`, 'remove line breaks, tabs and the like')
    : undefined;

export const checkLabelName: TextCheck = (text) => {
  if (!/^[a-zA-Z_][a-zA-Z0-9_]*$/.test(text)) {
    return complaint(`${shown(text)} is not a label name`, 'use letters, digits and _, and do not start with a digit');
  }
  return text.startsWith('__')
    ? complaint(`${shown(text)} starts with "__", which Prometheus keeps for itself`, 'choose another name')
    : undefined;
};

/** Labels that alerts, series and routing give a meaning to. */
export const RESERVED_LABELS = [
  'severity',
  'system',
  'component',
  'rule',
  'action',
  'alertname',
  'job',
  'instance',
  'le',
] as const;

export const checkAddedLabel: TextCheck = (text) =>
  RESERVED_LABELS.some((reserved) => reserved === text)
    ? complaint(
        `the label "${text}" is reserved`,
        text === 'severity'
          ? 'rename the levels in the section "severities"'
          : `choose another name; reserved are ${RESERVED_LABELS.join(', ')}`
      )
    : checkLabelName(text);

export const checkLabelValue: TextCheck = (text) => {
  if (text === '') {
    return complaint('is empty, and Prometheus takes an empty label for none', 'write a value or remove the label');
  }
  return text.includes('{{')
    ? complaint(`${shown(text)} holds a template`, 'write plain text: templates are not filled in here')
    : hasControl(text);
};

/** Never quotes the text: people paste the secret itself. */
export const checkSecretFile: TextCheck = (text) =>
  text.includes('://')
    ? complaint('is a link, which is a secret', 'put the link into a file and write the path of that file')
    : checkName(text);

/** A base to which paths are appended. Never quotes the text: a link can be a secret. */
const checkUrl: TextCheck = (text) => {
  if (/\/\/[^/]*@/.test(text)) {
    return complaint('holds a user name or password', 'secrets do not belong in this file: use a link without them');
  }
  const url = parsedUrl(text);
  if (!url || text !== text.trim() || text.includes('{{')) {
    return complaint('is not a link with http or https', 'write it like https://grafana.example.com');
  }
  return undefined;
};

export const checkBaseUrl: TextCheck = (text) =>
  checkUrl(text) ??
  (/[?#]/.test(text)
    ? complaint('has a "?" or "#", but paths are appended to it', 'write only scheme, host and path')
    : undefined);

const SLACK = /^https:\/\/hooks\.slack\.com\//;

export const checkWebhookUrl: TextCheck = (text) =>
  SLACK.test(text)
    ? complaint('is a Slack webhook, which is a secret', 'put it into a file and name that in receivers.slack.urlFile')
    : checkUrl(text);

function parsedUrl(text: string): URL | undefined {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  return url && /^https?:$/.test(url.protocol) && /^https?:\/\//i.test(text) ? url : undefined;
}

export const checkTarget: TextCheck = (text) => {
  const port = Number(/^(?:\[[0-9a-fA-F:.]+\]|[A-Za-z0-9._-]+):(\d{1,5})$/.exec(text)?.[1] ?? 0);
  return port >= 1 && port <= 65535
    ? undefined
    : complaint(`${shown(text)} is not a host and port`, 'write it like 127.0.0.1:9464, without scheme and path');
};

/** PostgreSQL cuts longer names silently. */
const LONGEST_IDENTIFIER = 63;

export const checkIdentifier: TextCheck = (text) => {
  if (text.trim() === '') {
    return complaint('is empty', 'write the name as it is in the database');
  }
  return new TextEncoder().encode(text).length > LONGEST_IDENTIFIER
    ? complaint(`${shown(text)} is longer than ${LONGEST_IDENTIFIER} bytes`, 'write the name as it is in the database')
    : hasControl(text);
};

export const checkTable: TextCheck = (text) => {
  const parts = text.split('.');
  return parts.length > 2 || parts.includes('')
    ? complaint(`${shown(text)} is not a table`, 'write it like messages or app.messages')
    : parts.map(checkIdentifier).find((found) => found !== undefined);
};

export const checkZone: TextCheck = (text) => {
  const known = ['UTC', ...Intl.supportedValuesOf('timeZone')];
  const near = nearest(text, known);
  // Offsets look alike but mean opposite directions in PostgreSQL and in browsers; only Intl ignores the case of names.
  const isZone = /^[A-Za-z]/.test(text) && isTimeZone(text) && (near === undefined || !differsInCase(text, near));
  return isZone
    ? undefined
    : complaint(
        `${shown(text)} is not a time zone`,
        near === undefined ? 'use a name of the IANA list, like UTC or Europe/Berlin' : `did you mean "${near}"?`
      );
};

const differsInCase = (a: string, b: string) => a !== b && a.toLowerCase() === b.toLowerCase();

function isTimeZone(text: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: text });
    return true;
  } catch {
    return false;
  }
}

export const checkPatternText: TextCheck = (text) => {
  try {
    postgresPattern(text);
    return undefined;
  } catch (cause) {
    const told = cause instanceof Error ? cause.message : String(cause);
    const [, what, place, remedy] = /cannot be used: (.*?) \(near character (\d+)\); (.*)$/s.exec(told) ?? [];
    return what !== undefined && remedy !== undefined
      ? complaint(`is not a portable pattern, near character ${place}: ${what}`, remedy)
      : complaint(`is not a portable pattern: ${told}`, 'use literals, classes, groups, |, quantifiers, ^, $ and \\b');
  }
};
