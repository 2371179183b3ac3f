import { nearest, suggestion } from './nearest';

const KNOWN = ['validation.success_rate', 'validation.attempt_limit', 'platform.watchdog'];

describe('the nearest known name', () => {
  it.each([
    ['validation.succes_rate', 'validation.success_rate'],
    ['Validation.Success_Rate', 'validation.success_rate'],
    ['success_rate', 'validation.success_rate'],
    ['platfrom.watchdog', 'platform.watchdog'],
  ])('of %s is %s', (word, expected) => {
    expect(nearest(word, KNOWN)).toBe(expected);
  });

  it.each([['latency'], [''], ['x'], ['validation']])('of "%s" is none', (word) => {
    expect(nearest(word, KNOWN)).toBeUndefined();
  });

  it('is not a short name that shares no letter', () => {
    expect(nearest('xy', ['id', 'le'])).toBeUndefined();
  });
});

describe('what to do about an unknown name', () => {
  it('names the nearest', () => {
    expect(suggestion('platform.watchdgo', KNOWN)).toBe('did you mean "platform.watchdog"?');
  });

  it('lists the known ones while they are few', () => {
    expect(suggestion('latency', KNOWN)).toBe(`use one of ${KNOWN.join(', ')}`);
    const many = Array.from({ length: 100 }, (_, i) => `generated.number_${i}`);
    expect(suggestion('latency', many)).toBe('none of the 100 known names is near; docs/reference lists them');
  });

  it('says so where nothing is known', () => {
    expect(suggestion('latency', [])).toBe('remove it: there is nothing to set here');
  });
});
