/** The only kind of probe: an answer with a status below 300, within the timeout of a scrape. */
export const HTTP_MODULE = 'http_2xx';

/** Configuration of the blackbox exporter. */
export const blackboxConfig = {
  modules: {
    [HTTP_MODULE]: {
      prober: 'http',
      timeout: '3s',
      // Containers have no IPv6 unless it is switched on, and the exporter would ask for it first.
      http: { preferred_ip_protocol: 'ip4', follow_redirects: false },
    },
  },
} as const;
