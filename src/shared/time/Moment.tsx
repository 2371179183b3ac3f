import { dateTimeFormat } from '@grafana/data';
import React from 'react';

/** An instant as the user reads it; `at` in milliseconds since 1970. */
export const Moment = ({ at }: { readonly at: number }) => (
  <time dateTime={new Date(at).toISOString()}>{dateTimeFormat(at)}</time>
);
