import { parseDatabaseUrl } from './databaseUrl';

describe('parseDatabaseUrl', () => {
  it.each([
    ['postgresql://ann:pa55@db.example:6432/shop?sslmode=require', 'db.example:6432/shop'],
    ['postgres://db/shop', 'db:5432/shop'],
    ['postgresql:///shop?host=/var/run/postgresql', '/var/run/postgresql:5432/shop'],
    ['postgresql:///shop', 'the default host:5432/shop'],
  ])('tells where %s leads, without the user', (url, place) => {
    expect(parseDatabaseUrl(url)).toEqual({ place });
  });
});
