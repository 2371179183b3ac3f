export type ToolName = 'prometheus' | 'promtool' | 'alertmanager' | 'amtool' | 'grafana';

/** A program that was found and is recent enough. */
export interface Tool {
  readonly path: string;
  /** Such as `2.42.0`. */
  readonly version: string;
}

export type Tools = Readonly<Record<Exclude<ToolName, 'grafana'>, Tool>>;

/** The oldest versions Genwatch works with. */
const NEEDED: Readonly<Record<ToolName, string>> = {
  prometheus: '2.42',
  promtool: '2.42',
  alertmanager: '0.25',
  amtool: '0.25',
  grafana: '12.3',
};

export function neededVersion(name: ToolName): string {
  return NEEDED[name];
}

/** The version in what `prometheus --version` and its kin print (`prometheus, version 2.42.0+ds (branch: …`), or `undefined`. */
export function parseVersion(output: string): string | undefined {
  return /\bversion v?(\d+\.\d+(?:\.\d+)?)/.exec(output)?.[1];
}

export function isSupported(name: ToolName, version: string): boolean {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  const [neededMajor = 0, neededMinor = 0] = NEEDED[name].split('.').map(Number);
  return major > neededMajor || (major === neededMajor && minor >= neededMinor);
}
