import nested from '../../../src/datasource/plugin.json';
import { rendered } from './routeTemplate';

const values = {
  JsonData: { exporterUrl: 'http://exporter:9464', consoleUrl: 'http://console', alertmanagerUrl: 'http://am' },
  SecureJsonData: { reviewSecret: 's3cret' },
};

describe('a template of a route', () => {
  it('is filled with what the data source has', () => {
    expect(rendered('{{ .JsonData.exporterUrl }}/review', values)).toBe('http://exporter:9464/review');
    expect(rendered('{{.SecureJsonData.reviewSecret}}', values)).toBe('s3cret');
  });

  it('says as in Grafana that it has none, and leaves out what depends on one', () => {
    expect(rendered('{{ .SecureJsonData.gone }}', values)).toBe('<no value>');
    expect(rendered('a{{ if .SecureJsonData.gone }}Bearer {{ .SecureJsonData.gone }}{{ end }}b', values)).toBe('ab');
    expect(rendered('{{ if .SecureJsonData.reviewSecret }}x{{ .SecureJsonData.reviewSecret }}{{ end }}', values)).toBe(
      'xs3cret'
    );
  });

  it('has no other form in our routes', () => {
    const templates = nested.routes.flatMap(({ url, headers = [] }) => [url, ...headers.map(({ content }) => content)]);
    templates.forEach((template) => expect(rendered(template, values)).not.toMatch(/[{}]|no value/));
  });
});
