import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { findTools } from '../../demo/servers/tools';
import { runPromtool } from '../../tools/promql/promtool';

// The first run may have to unpack promtool and amtool.
jest.setTimeout(180_000);

const run = promisify(execFile);
const ROOT = path.resolve(__dirname, '../..');

const CONFIG = `
thresholds:
  validation.success_rate: { critical: 55.5, for: { critical: 10m }, minimumSample: 20 }
  validation.attempt_limit: { critical: 4 }
severities: { critical: page, warning: ticket }
labels: { team: ai }
disabled: [GenwatchExporterAbsent]
selectors: { exporter: { job: genwatch, cluster: eu } }
`;

/** The command as users run it, with a settings file of their own. */
describe('genwatch generate --config --out', () => {
  let folder: string;
  const config = () => path.join(folder, 'genwatch.config.yaml');
  const out = () => path.join(folder, 'out');
  const generate = () =>
    run(process.execPath, ['--import', 'tsx', 'tools/cli/main.ts', 'generate', '--config', config(), '--out', out()], {
      cwd: ROOT,
    });

  beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'genwatch-bundle-'));
  });
  afterEach(() => rm(folder, { recursive: true, force: true }));

  it('makes a bundle that stands alone: its tests pass on its rules, and its configuration is accepted', async () => {
    await writeFile(config(), CONFIG);
    await generate();
    const rules = await readFile(path.join(out(), 'rules/validation-1m.yaml'), 'utf8');
    expect(rules).toContain('expr: validation:chains_fixed:ratio_24h < 0.555\n        for: 10m');
    expect(rules).toContain('job="genwatch", cluster="eu"');
    expect(rules).toContain('>= 20)');
    expect(rules).toMatch(/team: ai\n\s+severity: page/);
    expect(await readFile(path.join(out(), 'rules/platform-5s.yaml'), 'utf8')).not.toContain('GenwatchExporterAbsent');

    const { promtool, amtool } = await findTools();
    const tests = (await readdir(path.join(out(), 'rules/tests'))).map((file) => path.join(out(), 'rules/tests', file));
    expect(tests.length).toBeGreaterThan(2);
    expect(await runPromtool(promtool.path, ['test', 'rules', ...tests])).toMatchObject({ passed: true });
    const prometheus = path.join(out(), 'provisioning/prometheus/prometheus.yml');
    expect(await runPromtool(promtool.path, ['check', 'config', prometheus])).toMatchObject({ passed: true });
    await run(amtool.path, ['check-config', path.join(out(), 'provisioning/alertmanager/alertmanager.yml')]);
  });

  it('leads every link of its pages to a page that it has', async () => {
    await writeFile(config(), CONFIG);
    await generate();
    const pages = (await readdir(path.join(out(), 'docs'), { recursive: true })).filter((file) => file.endsWith('.md'));
    const links = await Promise.all(
      pages.map(async (page) => {
        const text = await readFile(path.join(out(), 'docs', page), 'utf8');
        return [...text.matchAll(/\]\((?!https?:)([^)#\s]+)/g)].map(([, target = '']) =>
          path.join(out(), 'docs', path.dirname(page), target)
        );
      })
    );
    expect(links.flat().length).toBeGreaterThan(10);
    expect(links.flat().filter((file) => !existsSync(file))).toEqual([]);
    expect(existsSync(path.join(out(), 'sql/acceleration.sql'))).toBe(true);
  });

  it('writes nothing when anything is wrong, and tells of everything at once', async () => {
    await writeFile(
      config(),
      'thresholds:\n  validation.succes_rate: { critical: 55 }\n  validation.attempt_limit: { critical: 5e0 }\ndisabled: [Nope]\n'
    );
    const failure: unknown = await generate().catch((error: unknown) => error);
    const { stderr } = failure as { stderr: string };
    expect(stderr).toMatch(/:2:\d+ .*did you mean "validation\.success_rate"\?/);
    expect(stderr).toMatch(/:3:\d+ .*5e0/);
    expect(stderr).toMatch(/:4:\d+ .*Nope/);
    expect(stderr).not.toContain('    at ');
    expect(existsSync(out())).toBe(false);
  });
});
