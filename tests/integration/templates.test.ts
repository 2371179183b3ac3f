import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import pino from 'pino';
import { Client } from 'pg';

import { freePort } from '../../demo/servers/port';
import { startPostgres } from '../../demo/servers/postgres';
import { type RunningServer } from '../../demo/servers/runningServer';
import { until } from '../../demo/servers/until';
import { startExporter, type RunningExporter } from '../../exporter/exporter';
import { minedSystems } from '../../exporter/mining/minedSystems';
import { buildCatalog } from '../../src/catalog/catalog';
import { readSettings } from '../../src/catalog/settings/readSettings';
import { type Settings } from '../../src/catalog/settings/settings';
import { SYSTEMS } from '../../src/catalog/systems';
import { matchesAny } from '../../src/catalog/sql/pattern';
import { type TemplatesDocument } from '../../src/catalog/templates/minedTemplate';
import { adoptTemplate } from '../../tools/templates/adoptTemplate';
import { readerOf } from './exporterReader';

const ROOT = resolve(__dirname, '../..');
const folder = mkdtempSync(join(tmpdir(), 'genwatch-templates-'));
const dataDir = mkdtempSync(join(tmpdir(), 'genwatch-templates-pg-'));
const config = join(folder, 'genwatch.config.yaml');
const running: RunningExporter[] = [];
const heard: string[] = [];
const logged: string[] = [];
let port: number;
let postgres: RunningServer;
let admin: Client;

const databaseUrl = (role: string) => `postgresql://${role}@127.0.0.1:${port}/genwatch`;

beforeAll(async () => {
  port = await freePort();
  postgres = await startPostgres({ dataDir, port, durable: false });
  admin = new Client({ connectionString: databaseUrl('genwatch') });
  await admin.connect();
  for (const file of ['schema.sql', 'read-only-role.sql']) {
    await admin.query(readFileSync(join(ROOT, 'sql', file), 'utf8'));
  }
});

afterEach(async () => {
  await Promise.all(running.splice(0).map((exporter) => exporter.stop()));
});

afterAll(async () => {
  await admin?.end();
  await postgres?.stop();
  [folder, dataDir, `${dataDir}.log`].forEach((path) => rmSync(path, { recursive: true, force: true }));
});

/** An exporter under settings, which reads ten times a second. */
async function started(settings: Settings) {
  const mined = minedSystems(buildCatalog(SYSTEMS, settings)).map(({ system, unknown }) => ({
    system,
    unknown: { ...unknown, every: '0.1s' as const },
  }));
  const exporter = await startExporter({
    databaseUrl: databaseUrl('genwatch_reader'),
    queries: [],
    mined,
    settle: '0s',
    listen: { host: '127.0.0.1', port: 0 },
    timeouts: { statementMs: 10_000, lockMs: 1_000 },
    version: 'test',
    log: pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) }),
  });
  running.push(exporter);
  const reader = readerOf(exporter.url, (body) => heard.push(body));
  await until(() => reader.ready(), { what: 'both systems were read', timeoutMs: 30_000 });
  return { url: exporter.url, reader };
}

type Reader = Awaited<ReturnType<typeof started>>['reader'];
const templatesOf = async (reader: Reader) =>
  (JSON.parse((await reader.get('/templates')).body) as TemplatesDocument).templates;

/** The command line, as people run it; the exporter that it asks lives in this process. */
const genwatch = async (...words: string[]) => {
  const args = ['--import', 'tsx', join(ROOT, 'tools/cli/main.ts'), 'templates', ...words];
  return (await promisify(execFile)(process.execPath, args, { cwd: ROOT })).stdout;
};

const SECRETS = [
  'sk-live-Abcdefgh',
  'hunter2zz',
  'Secret Scene',
  'private words',
  'ana@example.com',
  'u-4711',
  '98765',
];

async function insertUnknown(): Promise<void> {
  const attempts = [
    [
      'assistant',
      `Fixing Secret Scene: Unterminated template literal (98765:0) in "private words"`,
      'Secret Scene',
      '1 hour',
    ],
    ['assistant', 'Fixing Intro: Unterminated template literal (12:8) in "x"', 'Intro', '2 days'],
    ['assistant', 'Fixing Intro: x is not defined', 'Intro', '1 hour'],
    ['user', 'Fixing Intro: I wrote this myself', 'Intro', '1 hour'],
    ['assistant', 'Fixing Intro: Unterminated template literal (1:1)', 'Intro', '9 days'],
  ];
  for (const [role, content, scene, ago] of attempts) {
    await admin.query(
      `INSERT INTO messages (chat_id, role, content, scene_name, created_at)
       VALUES ('chat-1', $1, $2, $3, now() - CAST($4 AS interval))`,
      [role, content, scene, ago]
    );
  }
  const failures = [
    ['The canvas of u-4711 was lost while drawing 98765 shapes with key sk-live-Abcdefgh', 'unknown'],
    ['The canvas of u-4711 was lost while drawing 3 shapes with password=hunter2zz', 'unknown'],
    ['The canvas of u-4711 was lost while drawing 12 shapes with ana@example.com', 'unknown'],
    ['Too many requests', 'unknown'],
    ['The canvas was lost, says the application', 'syntax_error'],
  ];
  for (const [message, category] of failures) {
    await admin.query(
      `INSERT INTO generation_failures (error_type, error_message, failure_category, severity, user_id)
       VALUES ('CanvasError', $1, $2, 'medium', 'u-4711')`,
      [message, category]
    );
  }
}

describe('an unknown error', () => {
  it('is mined out of both systems, without a value of any message', async () => {
    await insertUnknown();
    const { reader } = await started(readSettings('').settings);
    const templates = await templatesOf(reader);
    expect(templates.map(({ template, count }) => `${count} ${template}`).sort()).toEqual([
      '1 The canvas of <text> was lost while drawing <number> shapes with key <secret>',
      '2 <text>: Unterminated template literal (<number>) in <text>',
      '2 The canvas of <text> was lost while drawing <number> shapes with <*>',
    ]);
    expect(await reader.value('genwatch_validation_unknown_templates')).toBe(1);
    expect(await reader.value('genwatch_generation_unknown_templates')).toBe(2);
    await reader.get('/health');
    const said = [...heard, ...logged].join('\n');
    SECRETS.forEach((secret) => expect(said).not.toContain(secret));
  });

  it('is known once its template was adopted with one command, and for good', async () => {
    const { url, reader } = await started(readSettings('').settings);
    writeFileSync(config, '# Ours.\nlabels: { team: media } # nobody else\n');
    const [first, ...more] = [...(await templatesOf(reader))].sort((one, other) =>
      one.system > other.system ? -1 : 1
    );
    const shown = await genwatch('--exporter', url, '--adopt', String(first?.id), '--config', config);
    expect(shown).toContain("+     - name: 'Unterminated Template Literal'");
    for (const template of more) {
      const choice = { category: 'validation_error' } as const;
      const text = readFileSync(config, 'utf8');
      writeFileSync(config, adoptTemplate({ template, choice, file: config, text, factories: SYSTEMS }).text);
    }
    const text = readFileSync(config, 'utf8');
    expect(text.startsWith('# Ours.\nlabels: { team: media } # nobody else\n')).toBe(true);
    const { settings, problems } = readSettings(text);
    expect(problems).toEqual([]);
    const after = await started(settings);
    expect(await templatesOf(after.reader)).toEqual([]);
    // Older messages too.
    const [row] = (
      await admin.query<{ named: string }>(
        `SELECT count(*) AS named FROM messages WHERE ${matchesAny('content', [settings.validation.patterns.at(-1)!.pattern])}`
      )
    ).rows;
    expect(row?.named).toBe('3');
  });

  it('that cannot be read is a failing source like any other', async () => {
    const { reader } = await started(readSettings('').settings);
    await admin.query('ALTER TABLE generation_failures RENAME TO moved');
    const failed = () => reader.reason('generation.unknown_messages');
    await until(async () => (await failed()) === 'missing_table', { what: 'the source fails', timeoutMs: 30_000 });
    expect(await reader.value('genwatch_exporter_source_up{source="generation.unknown_messages"}')).toBe(0);
    expect(await reader.value('genwatch_exporter_source_up{source="validation.unknown_messages"}')).toBe(1);
    await admin.query('ALTER TABLE moved RENAME TO generation_failures');
  });
});
