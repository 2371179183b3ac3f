/** What people may do, the least first; each may do what those before it may. */
export const ROLES = ['Viewer', 'Editor', 'Admin'] as const;
export type Role = (typeof ROLES)[number];

/** The preview's people are on their own machine. */
export const USUAL_ROLE: Role = 'Admin';

/** Tells the server which role was chosen in this browser; its value is the role in small letters. */
export const ROLE_COOKIE = 'genwatch-preview-role';

const roleNamed = (name: string | null | undefined): Role | undefined =>
  ROLES.find((role) => role.toLowerCase() === name?.toLowerCase());

/**
 * The role that a request acts in. It is a choice, not a protection: whoever may choose to be a Viewer may choose again. What
 * is chosen is enforced, so that it shows what a Viewer of a real Grafana can do.
 */
export function roleOf(cookies: string | undefined): Role {
  const pairs = (cookies ?? '').split(';').map((pair) => pair.trim().split('='));
  return roleNamed(pairs.find(([name]) => name === ROLE_COOKIE)?.[1]) ?? USUAL_ROLE;
}

/** Whether a role is at least the one that is asked for; whoever asks for none takes everybody, for one unknown nobody. */
export function mayAct(role: Role, needed: string | undefined): boolean {
  const least = roleNamed(needed);
  return needed === undefined || (least !== undefined && ROLES.indexOf(role) >= ROLES.indexOf(least));
}
