import { usePluginContext } from '@grafana/data';
import { useEffect, useState } from 'react';

/** The text of a runbook as far as it is known. */
export type LoadedRunbook =
  | { readonly state: 'loading' }
  | { readonly state: 'loaded'; readonly markdown: string }
  /** There is no runbook of this name in this version. */
  | { readonly state: 'missing' }
  | { readonly state: 'failed'; readonly message: string };

/** Where the plugin's own files lie: on the Grafana server, or on the CDN that it loads plugins from. */
const FALLBACK = 'public/plugins/genwatch-codegen-app';

/** Loads the runbook that came with this version of the plugin. */
export function useRunbook(name: string): LoadedRunbook {
  const meta = usePluginContext()?.meta;
  const base = meta?.baseUrl || FALLBACK;
  const version = meta?.info?.version ?? '';
  const url = `${base}/runbooks/${encodeURIComponent(name)}.md?${new URLSearchParams({ _cache: version })}`;
  const [loaded, setLoaded] = useState<{ readonly url: string; readonly runbook: LoadedRunbook }>();
  useEffect(() => {
    const abort = new AbortController();
    loadRunbook(url, abort.signal)
      .catch((cause: unknown): LoadedRunbook => ({
        state: 'failed',
        message: cause instanceof Error ? cause.message : String(cause),
      }))
      .then((runbook) => {
        if (!abort.signal.aborted) {
          setLoaded({ url, runbook });
        }
      });
    return () => abort.abort();
  }, [url]);
  return loaded?.url === url ? loaded.runbook : { state: 'loading' };
}

async function loadRunbook(url: string, signal: AbortSignal): Promise<LoadedRunbook> {
  const answer = await fetch(url, { signal });
  // A server that answers every address with a page of its own has no such file either.
  if (answer.status === 404 || answer.headers.get('content-type')?.includes('text/html')) {
    return { state: 'missing' };
  }
  return answer.ok
    ? { state: 'loaded', markdown: await answer.text() }
    : { state: 'failed', message: `${url}: ${answer.status} ${answer.statusText}` };
}
