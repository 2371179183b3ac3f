import { css } from '@emotion/css';
import { AppEvents, type EventBusSrv, type GrafanaTheme2 } from '@grafana/data';
import { Alert, useStyles2 } from '@grafana/ui';
import React, { useEffect, useState } from 'react';

const EVENTS = [AppEvents.alertError, AppEvents.alertWarning, AppEvents.alertSuccess, AppEvents.alertInfo] as const;

const KINDS = {
  [AppEvents.alertError.name]: 'error',
  [AppEvents.alertWarning.name]: 'warning',
  [AppEvents.alertSuccess.name]: 'success',
  [AppEvents.alertInfo.name]: 'info',
} as const;

interface Toast {
  readonly key: number;
  readonly severity: (typeof KINDS)[string];
  readonly words: readonly string[];
}

/** Messages of the pages; they stay until they are closed. */
export function Toasts({ events }: { readonly events: EventBusSrv }) {
  const styles = useStyles2(getStyles);
  const [toasts, setToasts] = useState<readonly Toast[]>([]);
  useEffect(() => {
    const show = ({ name }: (typeof EVENTS)[number], payload: unknown): void => {
      const words = [payload].flat().filter((word): word is string => typeof word === 'string');
      setToasts((shown) => [
        ...shown.filter((one) => one.words.join() !== words.join()),
        { key: Date.now() + shown.length, severity: KINDS[name] ?? 'info', words },
      ]);
    };
    const listening = EVENTS.map((event) => ({ event, show: (payload: unknown) => show(event, payload) }));
    listening.forEach((one) => events.on(one.event, one.show));
    return () => listening.forEach((one) => events.off(one.event, one.show));
  }, [events]);
  return (
    <div className={styles.corner}>
      {toasts.map(({ key, severity, words: [title = '', ...more] }) => (
        <Alert
          key={key}
          severity={severity}
          title={title}
          elevated
          onRemove={() => setToasts((shown) => shown.filter((one) => one.key !== key))}
        >
          {more.join(' ')}
        </Alert>
      ))}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  corner: css({
    position: 'fixed',
    right: theme.spacing(2),
    top: theme.spacing(7),
    zIndex: theme.zIndex.portal,
    maxWidth: 400,
  }),
});
