import { generateKeyPairSync, sign, createHmac, type KeyObject } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

import { grafanaKeys } from './grafanaKeys';
import { createVerifyToken } from './verifyToken';

const NOW_S = 1_800_000_000;
const pair = () => generateKeyPairSync('ec', { namedCurve: 'P-256' });
const grafana = pair();
const stranger = pair();

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const CLAIMS = { username: 'ann', exp: NOW_S + 600, iat: NOW_S };

function token({
  claims = CLAIMS as object,
  alg = 'ES256',
  kid = 'id-1' as string | null,
  key = grafana.privateKey,
} = {}): string {
  const text = `${part({ alg, kid })}.${part(claims)}`;
  return `${text}.${sign('sha256', Buffer.from(text), { key, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
}

const keyOf = async (id: string): Promise<KeyObject | undefined> => (id === 'id-1' ? grafana.publicKey : undefined);
const verified = createVerifyToken(keyOf, () => NOW_S * 1000);

describe("Grafana's token", () => {
  it('is believed when Grafana signed it and it is valid', async () => {
    expect(await verified(token())).toEqual(CLAIMS);
    expect(await verified(token({ claims: { ...CLAIMS, exp: NOW_S - 20, nbf: NOW_S + 20 } }))).toMatchObject({
      username: 'ann',
    });
  });

  const [head = '', body = '', signature = ''] = token().split('.');
  const symmetric = `${part({ alg: 'HS256', kid: 'id-1' })}.${part(CLAIMS)}`;
  it.each([
    ['of another key', token({ key: stranger.privateKey })],
    ['of a key that is not published', token({ kid: 'id-2' })],
    ['without a key', token({ kid: null })],
    ['with other claims', `${head}.${part({ ...CLAIMS, username: 'mallory' })}.${signature}`],
    ['without a signature', `${head}.${body}.`],
    ['that says that it needs none', `${part({ alg: 'none', kid: 'id-1' })}.${body}.`],
    [
      'signed with what is public',
      `${symmetric}.${createHmac('sha256', grafana.publicKey.export({ type: 'spki', format: 'pem' }))
        .update(symmetric)
        .digest('base64url')}`,
    ],
    ['of another algorithm', token({ alg: 'ES384' })],
    ['with a fourth part', `${token()}.x`],
    ['that is none', 'ann'],
    ['that is empty', '..'],
  ])('%s is refused', async (_, forged) => {
    await expect(verified(forged)).rejects.toMatchObject({
      status: 403,
      message: expect.stringMatching(/^X-Grafana-Id is not signed by the Grafana of GENWATCH_GRAFANA_URL\./),
    });
  });

  it.each([
    ['is over', { ...CLAIMS, exp: NOW_S - 31 }],
    ['has not begun', { ...CLAIMS, nbf: NOW_S + 31 }],
    ['has no end', { username: 'ann' }],
  ])('is refused when its time %s', async (_, claims) => {
    await expect(verified(token({ claims }))).rejects.toMatchObject({
      status: 403,
      message: expect.stringContaining('not valid at this time'),
    });
  });
});

describe('the keys of Grafana', () => {
  let server: Server;
  let url: string;
  let asked: number;
  let answer: { status: number; body: string };
  let now: number;

  const jwk = ({ publicKey }: ReturnType<typeof pair>, kid: string) => ({
    ...publicKey.export({ format: 'jwk' }),
    kid,
    use: 'sig',
  });
  const publish = (...keys: object[]) => (answer = { status: 200, body: JSON.stringify({ keys }) });

  beforeEach(async () => {
    asked = 0;
    now = 1_000_000;
    publish(jwk(grafana, 'id-1'));
    server = createServer((request, response) => {
      asked += 1;
      const found = request.url === '/grafana/api/signing-keys/keys';
      response.writeHead(found ? answer.status : 404).end(answer.body);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/grafana/`;
  });
  afterEach(() => server.close());

  it('are read once for many, and again when they are old', async () => {
    const keys = grafanaKeys(url, () => now);
    const found = await Promise.all([1, 2, 3].map(() => keys('id-1')));
    expect(found.every((key) => key?.equals(grafana.publicKey))).toBe(true);
    await keys('id-1');
    expect(asked).toBe(1);
    publish(jwk(stranger, 'id-2'));
    now += 600_001;
    expect(await keys('id-1')).toBeUndefined();
    expect(asked).toBe(2);
  });

  it('are read again for a new one, but not for each that somebody makes up', async () => {
    const keys = grafanaKeys(url, () => now);
    await keys('id-1');
    expect(await keys('id-2')).toBeUndefined();
    expect(asked).toBe(1);
    publish(jwk(grafana, 'id-1'), jwk(stranger, 'id-2'));
    now += 10_001;
    expect((await keys('id-2'))?.equals(stranger.publicKey)).toBe(true);
    expect(asked).toBe(2);
  });

  it('are those of elliptic curves only', async () => {
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).publicKey.export({ format: 'jwk' });
    publish({ ...rsa, kid: 'id-1' }, { kty: 'oct', k: 'c2VjcmV0', kid: 'id-2' });
    const keys = grafanaKeys(url, () => now);
    expect([await keys('id-1'), await keys('id-2')]).toEqual([undefined, undefined]);
  });

  it.each([
    ['an error', { status: 500, body: '{}' }],
    ['another document', { status: 200, body: '[]' }],
    ['no document', { status: 200, body: '<html>' }],
  ])('cannot be read from %s, which is told, and tried again', async (_, broken) => {
    answer = broken;
    const keys = grafanaKeys(url, () => now);
    await expect(keys('id-1')).rejects.toMatchObject({
      status: 503,
      message: expect.stringContaining('Check that the exporter reaches GENWATCH_GRAFANA_URL'),
    });
    publish(jwk(grafana, 'id-1'));
    expect(await keys('id-1')).toBeDefined();
  });

  it('cannot be read where nobody answers', async () => {
    await expect(grafanaKeys('http://127.0.0.1:1', () => now)('id-1')).rejects.toMatchObject({ status: 503 });
  });
});
