/** What may be said of a database URL: where it leads, without user and password. */
export interface DatabaseUrl {
  /** `host:port/database`, for logs. */
  readonly place: string;
  /** Nothing when the URL is fine; it never repeats the URL. */
  readonly problem?: string;
}

export function parseDatabaseUrl(text: string): DatabaseUrl {
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return {
      place: 'nowhere',
      problem:
        'is not a URL. Write postgresql://user:password@host:5432/database; in user and password write / as %2F, @ as %40, : as %3A, # as %23, % as %25.',
    };
  }
  if (url.protocol !== 'postgresql:' && url.protocol !== 'postgres:') {
    return { place: 'nowhere', problem: 'does not begin with postgresql://. The exporter reads PostgreSQL only.' };
  }
  if (url.hash !== '') {
    return { place: 'nowhere', problem: 'holds a bare #, which ends the URL there. Write it as %23.' };
  }
  const host = url.searchParams.get('host') ?? url.hostname;
  return { place: `${host || 'the default host'}:${url.port || '5432'}${url.pathname || '/'}` };
}
