/** So much of a message tells what failed; the rest is in the occurrences. */
export const MESSAGE_LENGTH = 200;
