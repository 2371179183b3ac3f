import { mayAct, roleOf } from './role';

describe('the role of a request', () => {
  it.each([
    [undefined, 'Admin'],
    ['', 'Admin'],
    ['genwatch-preview-role=viewer', 'Viewer'],
    ['a=b; genwatch-preview-role=editor;c=d', 'Editor'],
    ['other-genwatch-preview-role=viewer', 'Admin'],
    ['genwatch-preview-role=root', 'Admin'],
  ])('with the cookies %j is %s', (cookies, role) => {
    expect(roleOf(cookies)).toBe(role);
  });

  it.each([
    ['Viewer', undefined, true],
    ['Viewer', 'Viewer', true],
    ['Viewer', 'Editor', false],
    ['Editor', 'Editor', true],
    ['Editor', 'Admin', false],
    ['Admin', 'Editor', true],
    ['Admin', 'Grafana Admin', false],
  ] as const)('%s may do what is for %s: %s', (role, needed, may) => {
    expect(mayAct(role, needed)).toBe(may);
  });
});
