import { Client } from 'pg';

import { type Part } from '../../integration/alertChain';
import { E2E_VARIABLE, type Running } from './running';

/** What runs, as the setup of the suite tells it. */
export function running(): Running {
  const told = process.env[E2E_VARIABLE];
  if (!told) {
    throw new Error('Nothing runs to be looked at: run this suite with npm run test:e2e.');
  }
  return JSON.parse(told) as Running;
}

/** The servers behind the pages: each can be stopped and started again, and rows can be written. */
export const stack = {
  stop: (part: Part) => act(part, 'stop'),
  start: (part: Part) => act(part, 'start'),

  /** Work in the database as the owner of the tables. */
  async database<T>(work: (client: Client) => Promise<T>): Promise<T> {
    const url = new URL(running().urls.postgres);
    url.username = 'genwatch';
    const client = new Client({ connectionString: url.href });
    await client.connect();
    return work(client).finally(() => client.end());
  },
};

async function act(part: Part, action: 'start' | 'stop'): Promise<void> {
  const { url, token } = running().control;
  const response = await fetch(`${url}/services/${part}/${action}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
  });
  if (!response.ok) {
    throw new Error(`Asking to ${action} ${part} failed: ${await response.text()}`);
  }
}
