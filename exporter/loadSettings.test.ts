import { DEFAULT_SETTINGS } from '../src/catalog/settings/defaults';
import { loadSettings } from './loadSettings';

const gone = () => {
  throw Object.assign(new Error('no such file'), { code: 'ENOENT' });
};

describe('loadSettings', () => {
  it('takes the defaults without a file', () => {
    expect(loadSettings(undefined, gone)).toBe(DEFAULT_SETTINGS);
  });

  it('reads the file', () => {
    const settings = loadSettings('my.yaml', () => 'validation:\n  messages:\n    table: app.messages\n');
    expect(settings.validation.messages.table).toBe('app.messages');
  });

  it('shows every problem with file, line and remedy', () => {
    expect(() => loadSettings('my.yaml', () => 'validation:\n  messages:\n    tabel: x\n')).toThrow(
      /^my\.yaml:3:\d+ .*tabel.* → .*table/
    );
  });

  it('says which variable names a file that cannot be read', () => {
    expect(() => loadSettings('my.yaml', gone)).toThrow(
      'GENWATCH_CONFIG names my.yaml, which cannot be read (ENOENT).'
    );
  });
});
