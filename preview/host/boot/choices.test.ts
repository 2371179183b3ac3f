import { choices } from './choices';

const storage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  };
};

describe('what a person chose', () => {
  it('is dark, English and an Admin at first', () => {
    expect(choices('', storage())).toEqual({ theme: 'dark', language: 'en-US', role: 'Admin' });
  });

  it('is what the address says, and is remembered', () => {
    const kept = storage();
    const chosen = { theme: 'light', language: 'de-DE', role: 'Viewer' };
    expect(choices('?theme=light&lang=de-DE&role=viewer', kept)).toEqual(chosen);
    expect(choices('?from=now-1h', kept)).toEqual(chosen);
    expect(choices('?theme=dark', kept).theme).toBe('dark');
  });

  it('is never what is not offered', () => {
    expect(choices('?theme=%3Cscript%3E&lang=tlh&role=root', storage())).toEqual({
      theme: 'dark',
      language: 'en-US',
      role: 'Admin',
    });
  });
});
