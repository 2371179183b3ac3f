import { aNotification, aPayload } from './notification.fixture';
import { readPayload } from './payload';

const payload = aPayload(aNotification());
const [alert] = payload.alerts;
const read = (value: unknown) => () => readPayload(JSON.stringify(value));

describe('readPayload', () => {
  it('reads what Alertmanager sends', () => {
    expect(readPayload(JSON.stringify(payload)).alerts).toMatchObject([
      { status: 'firing', labels: { component: 'repair' } },
    ]);
  });

  it('reads instants with nanoseconds and a zone, and fields of later versions', () => {
    const odd = { ...alert, startsAt: '2025-01-13T16:30:45.123456789+01:00', newField: 1 };
    expect(readPayload(JSON.stringify({ ...payload, alerts: [odd], newField: {} })).alerts).toHaveLength(1);
  });

  it.each([
    ['version', { ...payload, version: '3' }],
    ['alerts', { ...payload, alerts: undefined }],
    ['alerts[0].status', { ...payload, alerts: [{ ...alert, status: 'pending' }] }],
    ['alerts[0].startsAt', { ...payload, alerts: [{ ...alert, startsAt: 'yesterday' }] }],
    ['alerts[0].labels.severity', { ...payload, alerts: [{ ...alert, labels: { severity: 1 } }] }],
    ['alerts[1].annotations', { ...payload, alerts: [alert, { ...alert, annotations: null }] }],
    ['the body', 'a string'],
  ])('names the field %s when it is wrong', (field, value) => expect(read(value)).toThrow(`${field}: `));

  it('names all wrong fields together', () => {
    expect(read({ ...payload, version: 4, status: 'x' })).toThrow(/version: .*status: /);
  });

  it('counts what it does not name', () => {
    expect(read({ ...payload, alerts: Array.from({ length: 15 }, () => 'x') })).toThrow(/alerts\[9\]: .* and 5 more\./);
  });

  it('says that a text is not JSON', () => {
    expect(() => readPayload('{"version":')).toThrow('The body is not JSON');
  });
});
