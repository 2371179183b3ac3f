import { choices } from './choices';

const storage = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => void kept.set(name, value),
  };
};

describe('what a person chose', () => {
  it('is dark and English at first', () => {
    expect(choices('', storage())).toEqual({ theme: 'dark', language: 'en-US' });
  });

  it('is what the address says, and is remembered', () => {
    const kept = storage();
    expect(choices('?theme=light&lang=de-DE', kept)).toEqual({ theme: 'light', language: 'de-DE' });
    expect(choices('?from=now-1h', kept)).toEqual({ theme: 'light', language: 'de-DE' });
    expect(choices('?theme=dark', kept).theme).toBe('dark');
  });

  it('is never what is not offered', () => {
    expect(choices('?theme=%3Cscript%3E&lang=tlh', storage())).toEqual({ theme: 'dark', language: 'en-US' });
  });
});
