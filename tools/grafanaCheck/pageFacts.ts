/** What a browser sees of a page once it is at rest. */
export interface PageFacts {
  /** The page's own heading, or of a dashboard the last of its breadcrumbs. */
  readonly heading: string;
  readonly panels: readonly PanelFacts[];
  /** Titles of alerts on the page that tell of an error. */
  readonly errors: readonly string[];
  /** Errors in the browser's console, and exceptions. */
  readonly console: readonly string[];
  /** Requests to Grafana that failed: `GET /api/x 502`. */
  readonly failed: readonly string[];
  /** Something was still loading when the patience was over. */
  readonly unfinished: boolean;
}

export interface PanelFacts {
  readonly title: string;
  /** What its mark of an error says, or that there is one. */
  readonly error?: string;
  /** It says that there is no data. */
  readonly empty: boolean;
  /** Nothing is drawn in it, not even that. */
  readonly blank: boolean;
}

export interface Expectation {
  /** Titles of panels that are rightly empty while all is well. */
  readonly mayBeEmpty: ReadonlySet<string>;
  /** An empty panel is told, and is no failure. */
  readonly allowEmpty: boolean;
  /** A dashboard without a panel shows nothing at all. */
  readonly needsPanels: boolean;
}

/**
 * What is on a page that is as it should be.
 * @throws Error with everything that is wrong with it
 */
export function judgePage(facts: PageFacts, { mayBeEmpty, allowEmpty, needsPanels }: Expectation): string {
  const { heading, panels } = facts;
  const broken = panels.filter(({ error }) => error !== undefined);
  const empty = panels.filter((panel) => panel.empty && panel.error === undefined).map(({ title }) => title);
  const unexpected = allowEmpty ? [] : empty.filter((title) => !mayBeEmpty.has(title));
  const problems = [
    ...(heading === '' ? ['it has no heading'] : []),
    ...(/\bnot found$/i.test(heading) ? [`it is no page: “${heading}”`] : []),
    ...facts.errors.map((title) => `it shows the error “${title}”`),
    ...(needsPanels && panels.length === 0 ? ['it has no panel'] : []),
    ...broken.map(({ title, error }) => `panel “${title}” fails: ${error}`),
    ...panels.filter(({ blank }) => blank).map(({ title }) => `panel “${title}” stays blank`),
    ...unexpected.map((title) => `panel “${title}” has no data`),
    ...facts.failed.map((request) => `a request failed: ${request}`),
    ...facts.console.map((text) => `the console says: ${text}`),
    ...(facts.unfinished ? ['it still loads something'] : []),
  ];
  if (problems.length > 0) {
    throw new Error(problems.join('\n'));
  }
  const count = panels.length === 0 ? '' : `, ${panels.length} ${panels.length === 1 ? 'panel' : 'panels'}`;
  return `“${heading}”${count}${empty.length > 0 ? `, empty: ${empty.join(', ')}` : ''}`;
}
