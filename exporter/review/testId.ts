/** How a test is named in a path: the key of the table, a number or a UUID. */
const ID = String.raw`0|[1-9]\d{0,18}|[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}`;
const PATH = new RegExp(`^/review/tests/(${ID})$`);

/** The test that a path leads to; nothing when it leads to none. */
export const testIdOf = (path: string): string | undefined => PATH.exec(path)?.[1]?.toLowerCase();
