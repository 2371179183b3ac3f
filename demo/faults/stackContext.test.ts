import { DEFAULT_SETTINGS } from '../../src/catalog/settings/defaults';
import { startControlServer, type ControlServer } from '../stack/controlServer';
import { type Stack } from '../stack/stackFile';
import { exporterDown } from './exporterDown';
import { stackContext } from './stackContext';

const catalog = { settings: DEFAULT_SETTINGS, systems: [] };

const stackWith = (control: Stack['control'], postgres = ''): Stack => ({
  ready: true,
  startedAt: '2026-06-01T00:00:00.000Z',
  dataDir: '/nowhere',
  supervisor: { pid: 1 },
  control,
  services: { postgres: { url: postgres, state: 'running' } },
});

describe('the stack, as faults see it', () => {
  const asked: string[] = [];
  let control: ControlServer;

  beforeAll(async () => {
    control = await startControlServer({
      state: () => ({}),
      act: async (name, action) => {
        asked.push(`${action} ${name}`);
        if (name !== 'exporter') {
          throw new Error(`There is no service ${name}.`);
        }
      },
    });
  });
  afterAll(() => control.close());

  it('stops the exporter and starts it again', async () => {
    const context = stackContext(stackWith(control), catalog);

    await exporterDown.raise(context);
    await exporterDown.clear(context);

    expect(asked).toEqual(['stop exporter', 'start exporter']);
  });

  it('says what the stack said when it refuses', async () => {
    await expect(stackContext(stackWith(control), catalog).services.stop('exprter')).rejects.toThrow(
      'did not stop the exprter: There is no service exprter.'
    );
    await expect(
      stackContext(stackWith({ ...control, token: 'old' }), catalog).services.stop('exporter')
    ).rejects.toThrow('did not stop the exporter: The token');
  });

  it('says that the stack is gone when nobody answers', async () => {
    const gone = stackWith({ url: 'http://127.0.0.1:1', token: '' }, 'postgresql://nobody@127.0.0.1:1/none');
    const context = stackContext(gone, catalog);

    await expect(context.services.start('exporter')).rejects.toThrow('is `npm start` still running?');
    await expect(context.database(async () => 'read')).rejects.toThrow('The database of the stack does not answer');
  });
});
