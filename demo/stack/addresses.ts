import { freePort } from '../servers/port';

/** The usual ports, kept when they are free. PostgreSQL's differs from 5432, where a server of one's own may be. */
const PREFERRED = {
  postgres: 15432,
  exporter: 9464,
  prometheus: 9090,
  alertmanager: 9093,
  console: 9465,
  simulator: 9466,
  page: 3000,
} as const;

export type Ports = Readonly<Record<keyof typeof PREFERRED, number>>;

/** A free loopback port for each server: the usual one, or the next that is free. */
export async function choosePorts(): Promise<Ports> {
  const taken: number[] = [];
  const choose = async (preferred: number): Promise<number> => {
    const port = await freePort(preferred, taken);
    taken.push(port);
    return port;
  };
  return {
    postgres: await choose(PREFERRED.postgres),
    exporter: await choose(PREFERRED.exporter),
    prometheus: await choose(PREFERRED.prometheus),
    alertmanager: await choose(PREFERRED.alertmanager),
    console: await choose(PREFERRED.console),
    simulator: await choose(PREFERRED.simulator),
    page: await choose(PREFERRED.page),
  };
}

export const loopbackUrl = (port: number): string => `http://127.0.0.1:${port}`;

/** The page that people look at, Grafana or the preview, under the name they know. */
export const pageUrl = (port: number): string => `http://localhost:${port}`;
