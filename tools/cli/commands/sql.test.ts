import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { createProgram } from '../program';

let folder: string;
beforeAll(() => void (folder = mkdtempSync(join(tmpdir(), 'genwatch-sql-command-'))));
afterAll(() => rmSync(folder, { recursive: true }));

/** What `genwatch sql …` prints. */
async function printed(...words: string[]): Promise<string> {
  let text = '';
  const write = jest.spyOn(process.stdout, 'write').mockImplementation((chunk) => {
    text += String(chunk);
    return true;
  });
  try {
    await createProgram()
      .configureOutput({ writeErr: () => undefined })
      .parseAsync(['sql', ...words], { from: 'user' });
  } finally {
    write.mockRestore();
  }
  return text;
}

function config(text: string): string {
  const file = join(folder, 'genwatch.config.yaml');
  writeFileSync(file, text);
  return file;
}

describe('genwatch sql', () => {
  it('prints all that sets up, under a heading each, and nothing that would undo it', async () => {
    const text = await printed();
    expect(text.match(/^-- ==== .* ====$/gm)).toEqual([
      '-- ==== genwatch sql schema ====',
      '-- ==== genwatch sql three-strikes ====',
      '-- ==== genwatch sql review-role ====',
      '-- ==== genwatch sql role ====',
      '-- ==== genwatch sql acceleration ====',
    ]);
    expect(text).not.toMatch(/^DROP/m);
  });

  it('tells the size before it builds', async () => {
    const text = await printed('acceleration');
    expect(text.indexOf('pg_size_pretty')).toBeGreaterThan(0);
    expect(text.indexOf('CREATE INDEX')).toBeGreaterThan(text.indexOf('pg_size_pretty'));
    expect(await printed('size')).not.toContain('CREATE INDEX');
  });

  it('never locks writers out, and never holds a password', async () => {
    const text = `${await printed()}${await printed('drop')}`;
    expect(text).not.toMatch(/^(CREATE|DROP) INDEX (?!CONCURRENTLY)/m);
    expect(text).not.toMatch(/PASSWORD\s+'/i);
    expect(text).toContain('\\password genwatch_reader');
  });

  it('uses the names, phrases and types of a configuration, quoted', async () => {
    const file = config(`
validation:
  messages:
    table: app.Chat"Messages
    columns: { chat_id: chatId, created_at: createdAt }
    timestamps: timestamp
  phrases: { trip: ["I can't go on"] }
`);
    expect(await printed('schema', '--config', file)).toMatch(
      /CREATE TABLE "app"\."Chat""Messages" \([^;]*"createdAt" timestamp NOT NULL/
    );
    expect(await printed('role', '--config', file)).toMatch(
      /GRANT SELECT \("id", "chatId", .*"createdAt"\) ON TABLE "app"\."Chat""Messages" TO genwatch_reader/
    );
    expect(await printed('acceleration', '--config', file)).toContain(`~* 'I can''t go on'`);
  });

  it('builds on each partition, and without CONCURRENTLY on the empty outer table alone', async () => {
    const text = await printed('acceleration', '--partitions', 'messages_9', 'messages_10');
    expect(text).toMatch(/CREATE INDEX CONCURRENTLY IF NOT EXISTS "[^"]+"\n {2}ON "messages_9"/);
    expect(text).toMatch(/CREATE INDEX IF NOT EXISTS "[^"]+"\n {2}ON ONLY "messages"/);
    expect(text).not.toMatch(/CONCURRENTLY IF NOT EXISTS "[^"]+"\n {2}ON "messages"/);
  });

  it('refuses another part', async () => {
    await expect(printed('tables')).rejects.toThrow(
      'schema, three-strikes, review-role, role, size, acceleration, drop'
    );
  });
});
