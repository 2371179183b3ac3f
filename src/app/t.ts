import { t as translate } from '@grafana/i18n';

/**
 * The text of a key in the user's language. Values stay as they are ("200 /h"): React escapes what it shows, and doing it
 * twice shows "200 &#x2F;h".
 */
export const t: typeof translate = (key, text, values) =>
  translate(key, text, { ...values, interpolation: { escapeValue: false } });
