/** Milliseconds of a clock that never jumps; only differences mean anything. */
export type Clock = () => number;
