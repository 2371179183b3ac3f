import { DEFAULT_SETTINGS } from '../src/catalog/settings/defaults';
import { alertsPage } from './alertsPage';
import { type Notification } from './notification';
import { aNotification } from './notification.fixture';

const now = new Date('2025-01-13T16:00:00Z');
const page = (
  notifications: readonly Notification[],
  watchdog: Parameters<typeof alertsPage>[0]['watchdog'] = { state: 'waiting' }
) => alertsPage({ notifications, watchdog, severities: DEFAULT_SETTINGS.severities, now });

const titles = (html: string) => [...html.matchAll(/<h2>(.*?)<\/h2>/g)].map(([, title]) => title);

describe('alertsPage', () => {
  it('shows an alert with its severity in words, its steps and its links', () => {
    const html = page([aNotification()]);
    expect(html).toContain(
      '<article class="critical">\n<p class="badge">CRITICAL</p>\n<h2>Too few repairs succeed</h2>'
    );
    expect(html).toContain('<ol><li>Look at the patterns</li><li>Consider a rollback</li></ol>');
    expect(html).toContain('<a href="http://127.0.0.1:9465/runbooks/ValidationSuccessRateLow.md">Runbook</a>');
  });

  it('shows the newest first, and one card per episode with its last state', () => {
    const first = aNotification();
    const second = aNotification({ fingerprint: 'b', annotations: { summary: 'Another' } });
    const resolved = aNotification({ status: 'resolved', endsAt: '2025-01-13T15:40:45Z' });
    const html = page([first, second, second, resolved]);
    expect(titles(html)).toEqual(['Too few repairs succeed', 'Another']);
    expect(html).toContain('resolved at 2025-01-13T15:40:45Z after 10 minutes, as critical');
  });

  it('writes hostile text as text', () => {
    const hostile = `<script>alert(1)</script>"'&\u202e`;
    const html = page([
      aNotification({
        alertname: hostile,
        component: hostile,
        severity: hostile,
        annotations: { summary: hostile, description: hostile, actions: hostile },
      }),
    ]);
    expect(html).not.toContain('<script');
    expect(html).not.toContain('\u202e');
    expect(html).toContain('<h2>&lt;script&gt;alert(1)&lt;/script&gt;&quot;&#39;&amp;</h2>');
  });

  it('makes links of web addresses only, and none that leaves its attribute', () => {
    const links = (url: string) => page([aNotification({ annotations: { runbook_url: url } })]).match(/<a [^>]*>/g);
    expect(links('javascript:alert(1)')).toBeNull();
    expect(links('https://x/"onclick="alert(1)')).toEqual(['<a href="https://x/&quot;onclick=&quot;alert(1)">']);
  });

  it('says whether alerts can arrive', () => {
    expect(page([])).toContain('No alert has arrived since the console was started.');
    expect(page([], { state: 'heard', lastHeardAt: new Date('2025-01-13T15:59:30Z') })).toContain(
      'last heard 30 seconds ago'
    );
    expect(page([], { state: 'silent' })).toContain('<p class="badge critical" role="alert">');
  });

  it('fits narrow screens and both colour schemes', () => {
    expect(page([])).toContain('content="width=device-width, initial-scale=1"');
    expect(page([])).toContain('color-scheme: light dark');
  });
});
