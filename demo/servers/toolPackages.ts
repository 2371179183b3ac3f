import { type ToolName } from './toolVersion';

/** A package of Debian and Ubuntu, and the programs we need of it. They come from one place together, or not at all. */
export interface ToolPackage {
  readonly name: string;
  /** Each program with the names it may go by: its own first, then Debian's. */
  readonly programs: Readonly<Partial<Record<ToolName, readonly string[]>>>;
  /** Packages its web pages take scripts and styles from; the programs work without them. */
  readonly assets: readonly string[];
}

export const TOOL_PACKAGES: readonly ToolPackage[] = [
  {
    name: 'prometheus',
    programs: { prometheus: ['prometheus'], promtool: ['promtool'] },
    assets: [
      'fonts-glyphicons-halflings',
      'libjs-bootstrap4',
      'libjs-d3',
      'libjs-eonasdan-bootstrap-datetimepicker',
      'libjs-jquery',
      'libjs-jquery-hotkeys',
      'libjs-moment',
      'libjs-moment-timezone',
      'libjs-mustache',
      'libjs-popper.js',
      'libjs-rickshaw',
    ],
  },
  {
    name: 'prometheus-alertmanager',
    programs: { alertmanager: ['alertmanager', 'prometheus-alertmanager'], amtool: ['amtool'] },
    assets: [],
  },
];
