import { overview, withoutPassword } from './overview';

describe('withoutPassword', () => {
  it.each([
    ['postgresql://user:secret@db.example:5432/app?sslpassword=secret', 'postgresql://user@db.example:5432/app'],
    ['http://127.0.0.1:9090', 'http://127.0.0.1:9090'],
    ['host=db password=secret', '(address not shown)'],
  ])('shows %s as %s', (url, shown) => {
    expect(withoutPassword(url)).toBe(shown);
  });
});

describe('the overview', () => {
  const text = overview(
    {
      postgres: { url: 'postgresql://user:secret@db.example/app', state: 'running' },
      exporter: { url: 'http://127.0.0.1:9464', pid: 5, state: 'failed' },
      simulator: { url: '', pid: 77, state: 'running' },
    },
    '/data'
  );

  it('tells where each service is, what failed, and where the data are', () => {
    expect(text).toMatch(/Exporter.*http:\/\/127\.0\.0\.1:9464\/metrics \[failed\]/);
    expect(text).toMatch(/Simulator.*process 77$/m);
    expect(text).toMatch(/Data and logs +\/data$/m);
  });

  it('holds no password', () => {
    expect(text).not.toContain('secret');
  });
});
