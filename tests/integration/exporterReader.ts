import { type SourceHealth } from '../../exporter/health';

/** What a scrape and the probes of an exporter say. */
export interface ExporterReader {
  get(path: string): Promise<{ readonly status: number; readonly body: string }>;
  /** Series with their values. */
  scrape(): Promise<Map<string, number>>;
  health(source?: string): Promise<SourceHealth | undefined>;
  value(series: string): Promise<number | undefined>;
  ready(): Promise<boolean>;
  /** Why a source fails; nothing while it does not. */
  reason(source?: string): Promise<string | undefined>;
}

/** @param heard is given every body that was served */
export function readerOf(url: string, heard: (body: string) => void = () => undefined): ExporterReader {
  const get = async (path: string) => {
    const response = await fetch(url + path);
    const body = await response.text();
    heard(body);
    return { status: response.status, body };
  };
  const scrape = async () => {
    const { body } = await get('/metrics');
    const lines = body.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
    return new Map(
      lines.map((line) => [line.slice(0, line.lastIndexOf(' ')), Number(line.slice(line.lastIndexOf(' ') + 1))])
    );
  };
  const health = async (source = 'example.orders') => {
    const { sources } = JSON.parse((await get('/health')).body) as { sources: SourceHealth[] };
    return sources.find((found) => found.source === source);
  };
  return {
    get,
    scrape,
    health,
    value: async (series) => (await scrape()).get(series),
    ready: async () => (await get('/ready')).status === 200,
    reason: async (source) => (await health(source))?.failure?.reason,
  };
}
