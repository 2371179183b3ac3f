import { errorForLog } from './errorForLog';

describe('errorForLog', () => {
  it('tells kind, code and place of an error, but not its message', () => {
    const error = Object.assign(new TypeError('bad row\n    (ann@example.org)'), { code: '22P02' });
    const logged = errorForLog(error);
    expect(logged).toMatchObject({ kind: 'TypeError', code: '22P02' });
    expect(logged.at[0]).toContain('errorForLog.test.ts');
    expect(JSON.stringify(logged)).not.toContain('ann@');
    expect(errorForLog('ann@example.org')).toEqual({ kind: 'string', at: [] });
  });
});
