import { readAccount } from './account';

const files: Readonly<Record<string, string>> = { 'admin.pw': 'from the file\n' };
const read = (file: string): string => {
  const text = files[file];
  if (text === undefined) {
    throw new Error('ENOENT');
  }
  return text;
};
const env = { GENWATCH_GRAFANA_PASSWORD: 'from the environment' };

describe('readAccount', () => {
  it('takes the password from the file that is named, else from the environment', () => {
    expect(readAccount({ user: 'ann', passwordFile: 'admin.pw' }, env, read).password).toBe('from the file');
    expect(readAccount({ user: 'ann' }, env, read)).toEqual({ user: 'ann', password: 'from the environment' });
  });

  it('says where a password can come from, and never guesses one', () => {
    expect(() => readAccount({ user: 'ann' }, {}, read)).toThrow('--password-file, or set GENWATCH_GRAFANA_PASSWORD');
    expect(() => readAccount({ user: 'ann', passwordFile: 'nope' }, env, read)).toThrow('cannot be read from nope');
  });
});
