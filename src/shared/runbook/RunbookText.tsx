import { css } from '@emotion/css';
import { renderMarkdown, type GrafanaTheme2 } from '@grafana/data';
import { config } from '@grafana/runtime';
import { useStyles2 } from '@grafana/ui';
import React, { useMemo, type MouseEvent } from 'react';
import { useNavigate } from 'react-router-dom';

import { appUrl } from '../../app/appUrl';
import { type Source } from '../../app/installation';
import { RunbookCode } from './RunbookCode';
import { runbookParts } from './runbookParts';

interface Props {
  readonly markdown: string;
  /** Whom its queries are for; without it they can only be copied. */
  readonly source?: Source | undefined;
}

const runbookUrl = (name: string): string => config.appSubUrl + appUrl('runbooks', name);

/** A runbook as a page: sanitised text, links to other runbooks inside the app, and queries that can be asked at once. */
export function RunbookText({ markdown, source }: Props) {
  const styles = useStyles2(getStyles);
  const navigate = useNavigate();
  const parts = useMemo(
    () =>
      runbookParts(markdown, runbookUrl).map((part) =>
        part.kind === 'code' ? part : { kind: part.kind, html: renderMarkdown(part.markdown) }
      ),
    [markdown]
  );
  const stayInApp = (event: MouseEvent<HTMLElement>) => {
    const href = event.target instanceof Element ? event.target.closest('a')?.getAttribute('href') : undefined;
    if (href?.startsWith(runbookUrl('')) && !event.ctrlKey && !event.metaKey && !event.shiftKey) {
      event.preventDefault();
      navigate(href.slice(config.appSubUrl.length));
    }
  };
  return (
    // The links inside are what is clicked; this only keeps the browser from loading Grafana anew.
    <div className={styles.runbook} onClick={stayInApp}>
      {parts.map((part, i) =>
        part.kind === 'code' ? (
          <RunbookCode key={i} language={part.language} code={part.code} source={source} />
        ) : (
          <div key={i} dangerouslySetInnerHTML={{ __html: part.html }} />
        )
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  runbook: css({
    maxWidth: '100ch',
    overflowWrap: 'anywhere',
    '& h2': { ...theme.typography.h4, marginTop: theme.spacing(3) },
    '& h3': { ...theme.typography.h5, marginTop: theme.spacing(2) },
    '& p a, & li a, & td a': { color: theme.colors.text.link, textDecoration: 'underline' },
    '& ul, & ol': { paddingLeft: theme.spacing(3), marginBottom: theme.spacing(1) },
    // Wide tables scroll by themselves, not the page.
    '& table': { display: 'block', overflowX: 'auto', marginBottom: theme.spacing(2), borderCollapse: 'collapse' },
    '& th, & td': {
      textAlign: 'left',
      verticalAlign: 'top',
      padding: theme.spacing(0.5, 2, 0.5, 0),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      overflowWrap: 'normal',
    },
    '& p code, & td code, & li code': { whiteSpace: 'normal', overflowWrap: 'anywhere' },
  }),
});
