import { literalsIn } from '../promql/literals';
import { thresholdSteps } from '../../src/panels/json/thresholdSteps';
import { type Dashboard, numberedPanels } from '../../src/catalog/kinds/dashboard';

interface PanelJson {
  readonly id: number;
  readonly type: string;
  readonly fieldConfig?: {
    readonly defaults?: { readonly thresholds?: { readonly steps: ReadonlyArray<{ value: number | null }> } };
  };
  readonly targets?: ReadonlyArray<{ readonly expr?: string }>;
}

/** Reads a dashboard's JSON as it stands and tells of every line, colour bound and PromQL number that no threshold owns. */
export function accountPanels(dashboard: Dashboard, json: string): string[] {
  const written = (JSON.parse(json) as { panels: PanelJson[] }).panels.filter(({ type }) => type !== 'row');
  return numberedPanels(dashboard).flatMap(({ id, panel }) => {
    const found = written.find((one) => one.id === id);
    if (!found) {
      return [`${dashboard.uid} panel ${id} "${panel.title}": not in the file`];
    }
    const where = `${dashboard.uid} panel ${id} "${panel.title}"`;
    const owned = panel.threshold ? thresholdSteps(panel.threshold).map(({ from }) => from) : [null];
    const steps = (found.fieldConfig?.defaults?.thresholds?.steps ?? []).map(({ value }) =>
      value === null ? null : String(value)
    );
    const expressions = (found.targets ?? []).flatMap(({ expr }) => (expr ? literalsIn(expr) : []));
    return [
      ...steps
        .filter((value) => !owned.includes(value))
        .map((value) => `${where}: step ${value} belongs to no threshold`),
      ...(panel.threshold && panel.draw !== 'table'
        ? owned.filter((value) => !steps.includes(value)).map((value) => `${where}: step ${value} is missing`)
        : []),
      ...expressions.map(({ text }) => `${where}: number ${text} in its expression belongs to no threshold`),
    ];
  });
}
