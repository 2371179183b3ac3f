/** jest loads setup and teardown apart from each other: what they share has to be global. */
const shared = globalThis as { genwatchE2e?: { close?: () => Promise<void> } };

/** What runs for this suite. */
export const everything = (shared.genwatchE2e ??= {});
