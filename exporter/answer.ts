/** What a request is answered with. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly body: string;
  readonly headers?: Readonly<Record<string, string>>;
}

export const text = (status: number, line: string): Answer => ({
  status,
  type: 'text/plain; charset=utf-8',
  body: `${line}\n`,
});

export const json = (status: number, value: unknown): Answer => ({
  status,
  type: 'application/json; charset=utf-8',
  body: `${JSON.stringify(value, null, 2)}\n`,
});
