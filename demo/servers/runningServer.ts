/** A server that was started and answers: what callers need to use it and to end it. */
export interface RunningServer {
  readonly name: string;
  /** Where it is reached, such as `http://127.0.0.1:9090` or `postgresql://…`. */
  readonly url: string;
  readonly pid: number;
  /** Ends the server and waits until it is gone. Calling it again, or after it died, does no harm. */
  stop(): Promise<void>;
}

/** How a server's process ended: one of the two is set. */
export interface ServerExit {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
}

/** A running server whose process is watched: `exited` resolves when it ends, for whatever reason, and never rejects. */
export interface ServerProcess extends RunningServer {
  readonly logFile: string;
  readonly exited: Promise<ServerExit>;
}
