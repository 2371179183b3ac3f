import { everything } from './everything';

/** After the last test of the suite. */
export default async function stopEverything(): Promise<void> {
  await everything.close?.();
}
