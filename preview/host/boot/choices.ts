import { type Role, ROLES, USUAL_ROLE } from '../../server/role';

export const THEMES = ['dark', 'light'] as const;
export type Theme = (typeof THEMES)[number];

/** English, and what the plugin is translated into. */
export const LANGUAGES = { 'en-US': 'English', 'de-DE': 'Deutsch' } as const;
export type Language = keyof typeof LANGUAGES;

export interface Choices {
  readonly theme: Theme;
  readonly language: Language;
  readonly role: Role;
}

const stored = (name: string): string => `genwatch-preview-${name}`;

/** What a person chose: in the address (`?theme=light&lang=de-DE&role=viewer`), or earlier in this browser. */
export function choices(search: string, storage: Pick<Storage, 'getItem' | 'setItem'>): Choices {
  const asked = new URLSearchParams(search);
  const choose = <T extends string>(name: string, known: readonly T[], usual: T): T => {
    const wanted = known.find((one) => one.toLowerCase() === asked.get(name)?.toLowerCase());
    if (wanted) {
      storage.setItem(stored(name), wanted);
      return wanted;
    }
    return known.find((one) => one === storage.getItem(stored(name))) ?? usual;
  };
  return {
    theme: choose('theme', THEMES, 'dark'),
    language: choose('lang', Object.keys(LANGUAGES) as Language[], 'en-US'),
    role: choose('role', ROLES, USUAL_ROLE),
  };
}
