/** Of processes that wait for nothing and are not timed: they take what those that do leave of the cores. */
export const LOW_PRIORITY = 10;
