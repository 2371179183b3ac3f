import { SOURCE_ERRORS } from '../src/catalog/systems/platform/sourceErrors';
import { AnswerError, ConnectionError, endsWithConnection, failureOf, SilenceError } from './errorReason';

const withCode = (code: string, message = 'key (email)=(ann@example.org) is secret') =>
  Object.assign(new Error(message), { code });

describe('failureOf', () => {
  it.each([
    ['42P01', 'missing_table'],
    ['3F000', 'missing_table'],
    ['42703', 'missing_column'],
    ['42501', 'permission'],
    ['28P01', 'authentication'],
    ['28000', 'authentication'],
    ['57P01', 'restarting'],
    ['57P03', 'restarting'],
    ['57P04', 'unreachable'],
    ['3D000', 'unreachable'],
    ['53300', 'connection_limit'],
    ['40001', 'recovery_conflict'],
    ['SELF_SIGNED_CERT_IN_CHAIN', 'tls'],
    ['CERT_HAS_EXPIRED', 'tls'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'tls'],
    ['57014', 'timeout'],
    ['55P03', 'timeout'],
    ['22P02', 'other'],
  ])('reads SQLSTATE %s as %s', (code, reason) => {
    expect(failureOf(withCode(code))).toMatchObject({ reason, code });
  });

  it('looks for the code behind a lost connection', () => {
    const refused = new ConnectionError('Connecting failed.', { cause: withCode('ECONNREFUSED') });
    expect(failureOf(refused)).toMatchObject({ reason: 'unreachable', code: 'ECONNREFUSED' });
    const denied = new ConnectionError('Connecting failed.', { cause: withCode('28P01') });
    expect(failureOf(denied)).toMatchObject({ reason: 'authentication', code: '28P01' });
  });

  it('calls a connection without any code unreachable, a missing password authentication, silence a timeout', () => {
    const expired = new ConnectionError('Connecting failed.', { cause: new Error('timeout expired') });
    const noPassword = new ConnectionError('Connecting failed.', {
      cause: new Error('SASL: SCRAM-SERVER-FIRST-MESSAGE: client password must be a string'),
    });
    expect(failureOf(expired).reason).toBe('unreachable');
    expect(failureOf(noPassword).reason).toBe('authentication');
    expect(failureOf(new SilenceError('nothing for 12 s')).reason).toBe('timeout');
  });

  it('never repeats what the database said', () => {
    const failures = ['42P01', '23505', 'ECONNRESET', 'contains ann@example.org'].map((code) =>
      failureOf(withCode(code))
    );
    expect(JSON.stringify(failures)).not.toContain('ann@example.org');
  });

  it("shows the exporter's own words about a wrong answer", () => {
    const failure = failureOf(new AnswerError('missing_column', 'Query a.b returned no column "c".'));
    expect(failure).toEqual({ reason: 'missing_column', remedy: 'Query a.b returned no column "c".' });
  });

  it('has a remedy of one line for every reason', () => {
    const codes = ['42P01', '42703', '42501', '28P01', 'EPROTO', '53300', '57P03', '08006', '40001', '57014', 'XX000'];
    const samples = codes.map((code) => failureOf(withCode(code)));
    expect(samples.map(({ reason }) => reason)).toEqual([...SOURCE_ERRORS]);
    samples.forEach(({ remedy }) => expect(remedy).toMatch(/^[^\n]{20,}\.$/));
  });

  it('survives things that are no errors', () => {
    expect(failureOf('text').reason).toBe('other');
    expect(failureOf(undefined).reason).toBe('other');
  });
});

describe('endsWithConnection', () => {
  it('is true for what a new connection may mend, and false for what the server answered', () => {
    expect(endsWithConnection(new ConnectionError('lost'))).toBe(true);
    expect(endsWithConnection(new SilenceError('silence'))).toBe(true);
    expect(
      ['28P01', '53300', '57P01', 'EPROTO', '08006'].filter((code) => !endsWithConnection(withCode(code)))
    ).toEqual([]);
    expect(endsWithConnection(withCode('57014'))).toBe(false);
    expect(endsWithConnection(withCode('42P01'))).toBe(false);
  });
});
