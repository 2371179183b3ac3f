import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';

interface Options {
  /** Whether rows open: then the first cell holds the button. */
  readonly opens?: boolean;
}

/** A table whose rows become cards on a narrow screen. The cells keep their roles, which the table sets explicitly. */
export const cardTable = (theme: GrafanaTheme2, { opens = true }: Options = {}): string =>
  css({
    '& td': { verticalAlign: 'top' },
    [theme.breakpoints.down('lg')]: {
      '&, & tbody': { display: 'block' },
      '& thead': { display: 'none' },
      ...(opens ? withButton(theme) : { '& tr': { display: 'block' }, '& td': { ...cell(theme), display: 'block' } }),
    },
  });

const withButton = (theme: GrafanaTheme2) => ({
  '& tr': { display: 'grid', gridTemplateColumns: `${theme.spacing(4)} minmax(0, 1fr)` },
  '& td': { ...cell(theme), gridColumn: 2 },
  '& td:first-of-type': { gridColumn: 1 },
  '& td:nth-of-type(2)': { gridRow: 1 },
  '& td:only-child': { gridColumn: '1 / -1', paddingLeft: theme.spacing(5) },
});

const cell = (theme: GrafanaTheme2) => ({ padding: theme.spacing(0.5, 1), overflowWrap: 'anywhere' as const });
