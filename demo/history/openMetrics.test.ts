import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeOpenMetrics } from './openMetrics';

describe('the file for promtool', () => {
  const folder = mkdtempSync(join(tmpdir(), 'genwatch-openmetrics-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('has one line per value, in seconds, with quoted labels, and an end', async () => {
    const file = join(folder, 'series.om');
    const samples = await writeOpenMetrics(
      file,
      [
        { name: 'a', labels: {}, values: [1, undefined] },
        { name: 'b', labels: { job: 'a "b"\\', x: 'y\nz' }, values: [0.25, 0] },
      ],
      [60_000, 120_000]
    );

    expect(samples).toBe(3);
    expect(readFileSync(file, 'utf8')).toBe(
      'a 1 60\nb{job="a \\"b\\"\\\\",x="y\\nz"} 0.25 60\nb{job="a \\"b\\"\\\\",x="y\\nz"} 0 120\n# EOF\n'
    );
  });
});
