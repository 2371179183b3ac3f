import { appUrl } from '../../app/appUrl';

/** Who is affected by failures. */
export const AFFECTED = ['user', 'project'] as const;
export type Affected = (typeof AFFECTED)[number];

/** Where one of them stands, by pseudonym. */
export const impactUrl = (of: Affected, pseudonym: string): string =>
  `${appUrl('impact')}?${new URLSearchParams({ of, search: pseudonym })}`;
