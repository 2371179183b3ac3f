import { Alert } from '@grafana/ui';
import React from 'react';

import { t } from '../app/t';

/** What a page could not find out, and why; the rest of it is shown below. */
export const FailureNotice = ({ messages }: { readonly messages: readonly string[] }) =>
  messages.length > 0 ? (
    <Alert
      severity="error"
      title={t('page.failed', '', {
        count: messages.length,
        defaultValue_one: 'A part of this page could not be read',
        defaultValue_other: '{{count}} parts of this page could not be read',
      })}
    >
      <ul>
        {messages.map((message) => (
          <li key={message}>{message}</li>
        ))}
      </ul>
    </Alert>
  ) : null;
