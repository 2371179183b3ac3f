/** Whether a GET is answered with a 2xx status within two seconds; throws when nobody answers. */
export async function answersOk(url: string): Promise<boolean> {
  const response = await fetch(url, { signal: AbortSignal.timeout(2000), redirect: 'manual' });
  await response.arrayBuffer();
  return response.ok;
}
