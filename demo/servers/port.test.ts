import { once } from 'node:events';
import { type AddressInfo, createServer, type Server } from 'node:net';

import { freePort } from './port';

async function occupy(port = 0): Promise<{ server: Server; port: number }> {
  const server = createServer().listen(port, '127.0.0.1');
  await once(server, 'listening');
  return { server, port: (server.address() as AddressInfo).port };
}

describe('freePort', () => {
  it('keeps the preferred port when it is free', async () => {
    const { server, port } = await occupy();
    server.close();
    await once(server, 'close');
    expect(await freePort(port)).toBe(port);
  });

  it('steps past a port in use, and past one given out already', async () => {
    const { server, port } = await occupy();
    try {
      const next = await freePort(port);
      expect(next).toBeGreaterThan(port);
      expect(await freePort(port, [next])).toBeGreaterThan(next);
    } finally {
      server.close();
    }
  });

  it('finds one that can be listened on without a preference', async () => {
    const { server } = await occupy(await freePort());
    expect(server.listening).toBe(true);
    server.close();
  });

  it('tells which ports were tried when there is none', async () => {
    const { server, port } = await occupy(65535);
    try {
      await expect(freePort(port)).rejects.toThrow('65535 to 65535 are all in use');
    } finally {
      server.close();
    }
  });
});
