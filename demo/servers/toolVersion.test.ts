import { isSupported, parseVersion } from './toolVersion';

describe('parseVersion', () => {
  it.each([
    ['prometheus, version 2.42.0+ds (branch: debian/sid, revision: 2.42.0+ds-5+deb12u1)', '2.42.0'],
    ['promtool, version 3.16.0 (branch: HEAD, revision: 0)\n  build user: x', '3.16.0'],
    ['alertmanager, version 0.25.0 (branch: debian/sid)\n  go version:       go1.19.8', '0.25.0'],
    ['amtool, version v0.27 (branch: )', '0.27'],
  ])('reads %j', (output, version) => {
    expect(parseVersion(output)).toBe(version);
  });

  it('knows no version where none is told', () => {
    expect(parseVersion('flag provided but not defined: -version')).toBeUndefined();
  });
});

describe('isSupported', () => {
  it.each([
    ['prometheus', '2.42.0', true],
    ['prometheus', '2.41.9', false],
    ['promtool', '2.9.0', false],
    ['prometheus', '3.0.0', true],
    ['prometheus', '1.99.0', false],
    ['alertmanager', '0.25.0', true],
    ['alertmanager', '0.23.0', false],
    ['amtool', '1.0.0', true],
  ] as const)('%s %s: %s', (name, version, supported) => {
    expect(isSupported(name, version)).toBe(supported);
  });
});
