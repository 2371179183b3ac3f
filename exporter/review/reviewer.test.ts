import { Refusal } from './refusal';
import { reviewerOf } from './reviewer';

const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');
const token = (claims: unknown) => `${part({ alg: 'ES256' })}.${part(claims)}.c2lnbmF0dXJl`;

describe('the reviewer', () => {
  it.each<[string, unknown, string]>([
    ['login', { sub: 'user:1', username: 'ann', email: 'ann@example.org', displayName: 'Ann' }, 'ann'],
    ['address', { sub: 'user:1', username: '', email: 'ann@example.org', displayName: 'Ann' }, 'ann@example.org'],
    ['name', { sub: 'user:1', displayName: 'Ann Änn' }, 'Ann Änn'],
    ['subject', { sub: 'service-account:7' }, 'service-account:7'],
    ['absence', {}, 'unknown'],
    ['absence, when the claims are of other types', { username: 7 }, 'unknown'],
  ])("is known by Grafana's token: by its %s", async (_, claims, name) => {
    expect(await reviewerOf({ 'x-grafana-id': token(claims), 'x-grafana-user': 'somebody' })).toBe(name);
  });

  it('is known by the header of the login without a token, else unknown', async () => {
    expect(await reviewerOf({ 'x-grafana-user': 'ann' })).toBe('ann');
    expect(await reviewerOf({})).toBe('unknown');
  });

  it('has a name of one line that is not too long', async () => {
    expect(await reviewerOf({ 'x-grafana-user': ' an\u202En\u0007 ' })).toBe('ann');
    expect(await reviewerOf({ 'x-grafana-id': token({ username: 'a'.repeat(1000) }) })).toHaveLength(200);
  });

  it.each(['ann', 'a.b', 'a.!!!.c', `a.${Buffer.from('{').toString('base64url')}.c`])(
    'is refused with the token %s, which is none',
    async (broken) => {
      await expect(reviewerOf({ 'x-grafana-id': broken })).rejects.toThrow(
        'X-Grafana-Id is no token. Send verdicts through the data source in Grafana, which sets it.'
      );
    }
  );

  it('is whom the checked token names, or refused', async () => {
    const headers = { 'x-grafana-id': token({ username: 'mallory' }) };
    expect(await reviewerOf(headers, async () => ({ username: 'ann' }))).toBe('ann');
    const refused = new Refusal(403, 'not Grafana');
    await expect(reviewerOf(headers, () => Promise.reject(refused))).rejects.toBe(refused);
  });
});
