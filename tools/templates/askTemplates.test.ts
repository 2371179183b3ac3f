import { createServer, type Server } from 'node:http';
import { type AddressInfo } from 'node:net';

import { askTemplates } from './askTemplates';
import { minedTemplate } from './template.fixture';

let server: Server;
let url: string;
const answer = { status: 200, body: '' };
let authorization: string | undefined;

beforeAll(async () => {
  server = createServer((request, response) => {
    ({ authorization } = request.headers);
    response.writeHead(request.url === '/templates' ? answer.status : 404).end(answer.body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => new Promise((resolve) => server.close(resolve)));

describe('the exporter', () => {
  it('is asked for its templates, with its token', async () => {
    const document = { readings: [], templates: [minedTemplate()] };
    Object.assign(answer, { status: 200, body: JSON.stringify(document) });
    expect(await askTemplates(`${url}/`, 's3cret')).toEqual(document);
    expect(authorization).toBe('Bearer s3cret');
  });

  it.each([
    [401, '', 'Name the file that holds it with --token-file'],
    [404, '', 'it is no exporter of Genwatch, or an older one'],
    [200, 'hello', 'something else than templates'],
    [200, '{"templates":[]}', 'something else than templates'],
  ])('that answers %i with %j', async (status, body, why) => {
    Object.assign(answer, { status, body });
    await expect(askTemplates(url, undefined)).rejects.toThrow(why);
  });

  it('that is not there', async () => {
    await expect(askTemplates('http://127.0.0.1:1', undefined)).rejects.toThrow('does not answer');
  });
});
