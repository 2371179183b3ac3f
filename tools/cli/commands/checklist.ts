import { Argument, type Command } from 'commander';
import { REVIEWS, type Review } from '../../../src/catalog/kinds/checklist';
import { checkHealth, findDatabase, loadCatalog, type Places } from '../../health/askHealth';
import { renderChecklist } from '../../health/renderChecklist';

/** `genwatch checklist`: the documented reviews, as far answered as the database can. */
export function registerChecklist(program: Command): void {
  program
    .command('checklist')
    .description('print a review checklist, with what the database can answer already answered')
    .addArgument(new Argument('<review>', 'how often it is gone through').choices(REVIEWS))
    .option('--database-url-file <file>', 'holds the URL; else GENWATCH_DATABASE_URL, else the running demo')
    .option('--config <file>', 'settings to judge by, such as genwatch.config.yaml')
    .action(checklist);
}

async function checklist(review: Review, places: Places): Promise<void> {
  const catalog = await loadCatalog(undefined, places);
  const lists = catalog.systems.flatMap(({ checklists = [] }) => checklists.filter((list) => list.review === review));
  const { checks, why } = await answers();
  const unanswered = why.map((remedy) => `Not answered from the database: ${remedy}`);
  process.stdout.write(`${[...lists.map((list) => renderChecklist(list, checks)), ...unanswered].join('\n\n')}\n`);

  /** A checklist is of use without a database too. */
  async function answers() {
    try {
      const report = await checkHealth({ catalog, target: findDatabase(places) });
      return { checks: report.checks, why: [...new Set(report.failures.map(({ remedy }) => remedy))] };
    } catch (error) {
      return { checks: [], why: [error instanceof Error ? error.message : String(error)] };
    }
  }
}
