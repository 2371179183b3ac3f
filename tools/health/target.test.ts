import { type Stack } from '../../demo/stack/stackFile';
import { findTarget } from './target';

const URL_TEXT = 'postgresql://me:s3cret@db:5433/app';
const stack = {
  services: { postgres: { url: 'postgresql://genwatch@127.0.0.1:1/genwatch' }, alertmanager: { url: 'http://am' } },
} as unknown as Stack;

const find = (given: { urlFile?: string; env?: NodeJS.ProcessEnv; text?: string; stack?: Stack }) =>
  findTarget({
    urlFile: given.urlFile,
    env: given.env ?? {},
    readFile: () => {
      if (given.text === undefined) {
        throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
      }
      return given.text;
    },
    stack: () => given.stack,
  });

describe('the database to ask', () => {
  it('is the one of the flag, then of the environment, then of the running demo', () => {
    const env = { GENWATCH_DATABASE_URL: URL_TEXT };
    expect(find({ urlFile: 'f', text: 'postgresql://x@file/one\n', env, stack }).place).toBe('file:5432/one');
    expect(find({ env, stack })).toEqual({ databaseUrl: URL_TEXT, place: 'db:5433/app' });
    expect(find({ env: { GENWATCH_DATABASE_URL_FILE: 'f' }, text: URL_TEXT }).place).toBe('db:5433/app');
    expect(find({ stack })).toMatchObject({ place: '127.0.0.1:1/genwatch', alertmanager: 'http://am' });
  });

  it.each([
    ['nothing is given', {}, 'Set GENWATCH_DATABASE_URL'],
    ['both are set', { env: { GENWATCH_DATABASE_URL: URL_TEXT, GENWATCH_DATABASE_URL_FILE: 'f' } }, 'Keep one'],
    ['the file is not there', { urlFile: 'f' }, 'cannot be read (ENOENT)'],
    ['the file is empty', { urlFile: 'f', text: ' \n' }, 'is empty'],
    ['it is another database', { env: { GENWATCH_DATABASE_URL: 'mysql://me:s3cret@db/app' } }, 'postgresql://'],
    ['it is no URL', { env: { GENWATCH_DATABASE_URL: 'me:s3cret@@' } }, 'not'],
  ])('is missed with a remedy and without the secret when %s', (_, given, remedy) => {
    expect(() => find(given)).toThrow(remedy);
    expect(() => find(given)).not.toThrow('s3cret');
  });
});
