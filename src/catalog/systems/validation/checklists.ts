import { type Checklist, type ChecklistItem, type Review } from '../../kinds/checklist';
import { quote } from '../../kinds/source';

type Draft = readonly [text: string, look: string, ...ids: string[]];

function checklist(review: Review, section: string, title: string, drafts: readonly Draft[]): Checklist {
  const items = drafts.map(([text, look, ...ids]): ChecklistItem => ({
    text,
    look,
    ids,
    source: quote('validation', section, text),
  }));
  return { id: `validation.${review}`, review, title, items, source: quote('validation', section, title) };
}

const PATTERNS = 'validation.error_patterns';

/** The reviews of the document, each item with what answers it. */
export const validationChecklists: readonly Checklist[] = [
  checklist('weekly', '7.1', 'Weekly Review Checklist', [
    [
      'Check success rate trends',
      'the success rate on the dashboard, over 7 days',
      'validation.success_rate',
      'validation.success_per_day',
    ],
    ['Review new error patterns', 'the error patterns on the dashboard, this week and the one before', PATTERNS],
    [
      'Verify 3-attempt limits enforced',
      'the offenders on the dashboard, over 7 days',
      'validation.attempt_limit',
      'validation.offenders',
    ],
    [
      'Monitor performance metrics',
      'how long a validation takes, in the metrics of the application',
      'validation.validation_logs',
    ],
    ['Check for memory leaks', 'whether the lowest heap of each day grows, in the metrics of the application'],
    ['Review alert triggers', 'ALERTS{alertstate="firing"} in Prometheus, over 7 days, and what fired for nothing'],
  ]),
  checklist('monthly', '7.2', 'Monthly Deep Analysis', [
    ['Analyze error pattern evolution', 'the error patterns on the dashboard, over 30 days', PATTERNS],
    [
      'Performance trend analysis',
      'how long a validation takes, this month and the one before',
      'validation.validation_logs',
      'validation.weekly',
    ],
    [
      'User experience impact assessment',
      'how many chains gave up or were abandoned, over 30 days',
      'validation.chain_summary',
      'validation.user_experience',
    ],
    ['Identify optimization opportunities', 'which scenes need most attempts', 'validation.attempts_by_scene'],
    ['Update fix patterns if needed', 'attempts that no pattern names ("Other")', PATTERNS],
  ]),
  checklist('quarterly', '7.3', 'Quarterly System Review', [
    [
      'Comprehensive performance audit',
      'durations and heap of the quarter, and the slowest validations',
      'validation.validation_logs',
    ],
    ['Architecture review', 'what the incidents of the quarter had in common'],
    ['Test coverage assessment', 'whether each error pattern has a test in the validator'],
    ['Documentation updates', 'runbooks that were wrong or missing when an alert came'],
    ['Scalability planning', 'growth of the messages table, and how long the exporter reads it'],
  ]),
];
