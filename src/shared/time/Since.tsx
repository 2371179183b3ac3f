import { dateTimeFormat } from '@grafana/data';
import { Tooltip } from '@grafana/ui';
import React from 'react';

import { durationInWords } from './durationInWords';
import { useNow } from './useNow';

/** For how long something is so; the instant itself in a tooltip. `at` in milliseconds since 1970. */
export function Since({ at }: { readonly at: number }) {
  const now = useNow();
  return (
    <Tooltip content={dateTimeFormat(at)}>
      <time dateTime={new Date(at).toISOString()}>{durationInWords(now - at)}</time>
    </Tooltip>
  );
}
