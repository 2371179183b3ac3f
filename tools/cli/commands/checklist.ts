import { Argument, type Command } from 'commander';
import { REVIEW_DAYS, REVIEWS, type Review } from '../../../src/catalog/kinds/checklist';
import { answerChecklists, type Answer } from '../../health/answerChecklist';
import { checkHealth, findDatabase, loadCatalog, type Places } from '../../health/askHealth';
import { firedAlerts } from '../../health/firedAlerts';
import { renderChecklist } from '../../health/renderChecklist';

interface ChecklistOptions extends Places {
  readonly json?: boolean;
  readonly prometheus?: string;
}

/** The item that only Prometheus can answer. */
const ALERT_TRIGGERS = 'Review alert triggers';

/** `genwatch checklist`: the documented reviews, as far answered as the data can. */
export function registerChecklist(program: Command): void {
  program
    .command('checklist')
    .description('print a review checklist, with what the data can answer already answered')
    .addArgument(new Argument('<review>', 'how often it is gone through').choices(REVIEWS))
    .option('--database-url-file <file>', 'holds the URL; else GENWATCH_DATABASE_URL, else the running demo')
    .option('--prometheus <url>', 'which alerts fired; else the Prometheus of the running demo')
    .option('--config <file>', 'settings to judge by, such as genwatch.config.yaml')
    .option('--json', 'print the answers as JSON')
    .action(checklist);
}

async function checklist(review: Review, options: ChecklistOptions): Promise<void> {
  const catalog = await loadCatalog(undefined, options);
  const checklists = catalog.systems.flatMap(({ checklists: own = [] }) =>
    own.filter((list) => list.review === review)
  );
  const { target, checks, why } = await judged();
  const fired = await alertsOf(options.prometheus ?? target?.prometheus);
  const answered = await answerChecklists({
    catalog,
    checklists,
    review,
    checks,
    databaseUrl: target?.databaseUrl,
    ...('text' in fired && { fromPrometheus: { [ALERT_TRIGGERS]: fired } }),
  });
  const unanswered = [
    ...new Set([
      ...why,
      ...answered.failures.map(({ remedy }) => remedy),
      ...('why' in fired && fired.why !== undefined ? [fired.why] : []),
    ]),
  ];
  const printed = options.json
    ? JSON.stringify(
        { version: 1, review, days: REVIEW_DAYS[review], checklists: answered.checklists, unanswered },
        null,
        2
      )
    : [...answered.checklists.map(renderChecklist), ...unanswered.map((text) => `Not answered: ${text}`)].join('\n\n');
  process.stdout.write(`${printed}\n`);

  /** A checklist is of use without a database too. */
  async function judged() {
    try {
      const found = findDatabase(options);
      const report = await checkHealth({ catalog, target: found });
      return { target: found, checks: report.checks, why: report.failures.map(({ remedy }) => remedy) };
    } catch (error) {
      return { target: undefined, checks: [], why: [messageOf(error)] };
    }
  }

  async function alertsOf(prometheus: string | undefined): Promise<Answer | { readonly why?: string }> {
    if (prometheus === undefined) {
      return {};
    }
    try {
      return await firedAlerts(prometheus, REVIEW_DAYS[review]);
    } catch (error) {
      return { why: messageOf(error) };
    }
  }
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
