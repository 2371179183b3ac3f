import { exampleCheck, exampleReport } from './exampleReport.fixture';
import { renderLine, renderReport } from './renderReport';

const limit = exampleCheck({
  threshold: 'validation.attempt_limit',
  title: 'Longest repair chain',
  unit: 'count',
  status: 'critical',
  value: 7,
  bound: { level: 'critical', bound: '> 3' },
  margin: -4,
});
const idle = exampleCheck({ status: 'no data', value: null, margin: null });

describe('the table', () => {
  it('tells system, what, value with unit, level, bound and margin, and closes with the verdict', () => {
    const lines = renderReport(exampleReport(exampleCheck(), limit), false).split('\n');
    expect(lines[0]).toMatch(/^System +What +Value +Level +Bound +Margin$/);
    expect(lines[1]).toMatch(/^validation +Success rate of +83\.3333 % +healthy +warning < 80 % +\+3\.3333 %$/);
    expect(lines.find((line) => line.includes('Longest'))).toMatch(/ 7 +critical +critical > 3 +-4$/);
    expect(lines.slice(-2)).toEqual([
      'CRITICAL: 1 critical, 1 healthy',
      '127.0.0.1:5432/genwatch, 2026-06-11 09:17:03 UTC',
    ]);
  });

  it('shows idle as no data, never as a number', () => {
    expect(renderReport(exampleReport(idle), false)).toMatch(/– +no data +warning < 80 % +–\n/);
  });

  it('fits 80 columns, whatever stands in it', () => {
    const wide = exampleCheck({
      system: 'a_system_with_a_very_long_name',
      title: `A ${'long '.repeat(30)}title${'x'.repeat(90)}`,
      labels: { endpoint: '/health/database' },
      unit: 'milliseconds',
      value: 123456789.123456,
      bound: { level: 'critical', bound: '> 524288000.5' },
      margin: -123456789.123456,
    });
    const rendered = renderReport(exampleReport(wide, limit), false);
    expect(Math.max(...rendered.split('\n').map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(renderLine(exampleReport(wide, limit)).length).toBeLessThanOrEqual(80);
  });

  it('has colours only when asked, which change no letter', () => {
    const report = exampleReport(exampleCheck(), limit, idle);
    const plain = renderReport(report, false);
    const coloured = renderReport(report, true);
    const code = new RegExp(`${String.fromCharCode(27)}\\[\\d+m`, 'g');
    expect(coloured).toContain(`${String.fromCharCode(27)}[31mcritical`);
    expect(coloured.replace(code, '')).toBe(plain);
    expect(plain).not.toMatch(code);
  });

  it('tells each reason once, with all that it keeps from an answer', () => {
    const failure = { reason: 'missing_table', code: '42P01', remedy: 'Create it.' } as const;
    const rendered = renderReport(
      { ...exampleReport(exampleCheck()), failures: ['a.one', 'a.two'].map((source) => ({ source, ...failure })) },
      false
    );
    expect(rendered).toContain('Cannot tell (missing_table, 42P01): a.one, a.two\n  Create it.');
  });

  it('tells the fields of documented health checks by their names, and what is not known as such', () => {
    const health = { generation: { failureRate: null, totalAttempts: 8, failures: 1, successes: 7 } };
    expect(renderReport({ ...exampleReport(exampleCheck()), health }, false)).toContain(
      '\n\ngeneration: failureRate –, totalAttempts 8, failures 1, successes 7\n\n'
    );
  });

  it('is one line while nothing changes', () => {
    expect(renderLine(exampleReport(limit))).toBe('09:17:03 UTC  critical, unchanged: validation.attempt_limit 7');
  });
});
