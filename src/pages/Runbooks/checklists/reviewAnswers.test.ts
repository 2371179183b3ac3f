import { LoadingState } from '@grafana/data';

import { buildCatalog } from '../../../catalog/catalog';
import { DEFAULT_SETTINGS } from '../../../catalog/settings/defaults';
import { SYSTEMS } from '../../../catalog/systems';
import { answersGiven, tableFrame } from '../../../test/framesOf';
import { checklistsOf, itemAnswer, reviewQueries } from './reviewAnswers';

const catalog = buildCatalog(SYSTEMS, DEFAULT_SETTINGS);
const validation = catalog.systems.find(({ id }) => id === 'validation')!;
const EXPERIENCE = 'validation.user_experience';
const NOTHING = answersGiven({});

describe('the answers of a review', () => {
  it('ask each query that comes to a sentence once', () => {
    const queries = reviewQueries(checklistsOf(catalog, 'monthly'));
    expect(queries.map(({ refId }) => refId)).toEqual([
      'validation.error_patterns',
      'validation.validation_logs',
      'validation.weekly',
      'validation.chain_summary',
      'validation.user_experience',
      'validation.attempts_by_scene',
    ]);
    expect(queries[0]).toMatchObject({ kind: 'catalog', statement: 'validation.error_patterns' });
  });

  it('are what the rows come to, numbers or text', () => {
    const now = answersGiven({ frames: [tableFrame(EXPERIENCE, { sessions: 40, sessions_without_fixes: '30' })] });
    expect(itemAnswer(validation, EXPERIENCE, now, NOTHING)).toEqual({
      kind: 'summary',
      text: '75.0 % of 40 sessions needed no repair.',
      attention: false,
    });
  });

  it('say why there is none, and wait for both periods', () => {
    const failed = answersGiven({ errors: { [EXPERIENCE]: 'no permission' } });
    expect(itemAnswer(validation, EXPERIENCE, failed, NOTHING)).toEqual({ kind: 'failed', message: 'no permission' });
    const slow = answersGiven({ state: LoadingState.Loading });
    expect(itemAnswer(validation, EXPERIENCE, NOTHING, slow)).toEqual({ kind: 'asked' });
    expect(itemAnswer(validation, 'validation.success_rate', NOTHING, NOTHING)).toBeUndefined();
  });
});
