import { tableFrame } from '../../test/framesOf';
import { affectedBy, occurrencesIn } from './occurrence';

const occurrence = (user: string | null, context: string | null = null) => ({
  id: '1',
  failed_at: 1,
  user_pseudonym: user,
  context,
});

describe('the occurrences of a failure', () => {
  it('tell how many each user had, the most affected first, and leave out who is not known', () => {
    const all = occurrencesIn([tableFrame('A', ...['b', 'a', 'c', 'b', null].map((user) => occurrence(user)))]);
    expect(affectedBy(all, 'user')).toEqual([
      { pseudonym: 'b', occurrences: 2 },
      { pseudonym: 'a', occurrences: 1 },
      { pseudonym: 'c', occurrences: 1 },
    ]);
  });

  it('show their context line by line, and as it is where it is no JSON', () => {
    const contexts = occurrencesIn([tableFrame('A', occurrence('a', '{"step":2}'), occurrence('a', '{"cut'))]);
    expect(contexts.map(({ context }) => context)).toEqual(['{\n  "step": 2\n}', '{"cut']);
  });
});
