import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';

/** A table whose rows open: on a narrow screen a row becomes a card. The cells keep their roles, which the table sets explicitly. */
export const cardTable = (theme: GrafanaTheme2): string =>
  css({
    '& td': { verticalAlign: 'top' },
    [theme.breakpoints.down('lg')]: {
      '&, & tbody': { display: 'block' },
      '& thead': { display: 'none' },
      '& tr': { display: 'grid', gridTemplateColumns: `${theme.spacing(4)} minmax(0, 1fr)` },
      '& td': { gridColumn: 2, padding: theme.spacing(0.5, 1), overflowWrap: 'anywhere' },
      '& td:first-of-type': { gridColumn: 1 },
      '& td:nth-of-type(2)': { gridRow: 1 },
      '& td:only-child': { gridColumn: '1 / -1', paddingLeft: theme.spacing(5) },
    },
  });
