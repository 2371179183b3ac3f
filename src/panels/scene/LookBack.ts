import { dateMath, type TimeRange } from '@grafana/data';
import { SceneTimeRangeTransformerBase, type SceneTimeRangeState } from '@grafana/scenes';

interface State extends SceneTimeRangeState {
  /** `6h`. */
  readonly lookBack: string;
}

/** The time of a panel that looks back as far as its question says, whatever the range of the page; refreshed with it. */
export class LookBack extends SceneTimeRangeTransformerBase<State> {
  constructor(lookBack: string) {
    super({ lookBack, from: `now-${lookBack}`, to: 'now', value: rangeOf(lookBack) });
  }

  protected ancestorTimeRangeChanged(): void {
    this.setState({ value: rangeOf(this.state.lookBack, this.getTimeZone()) });
  }
}

function rangeOf(lookBack: string, timeZone?: string): TimeRange {
  const raw = { from: `now-${lookBack}`, to: 'now' };
  const from = dateMath.toDateTime(raw.from, { timezone: timeZone });
  const to = dateMath.toDateTime(raw.to, { timezone: timeZone });
  if (!from || !to) {
    throw new Error(`A panel looks back "${lookBack}", which is no time. Write it as 6h or 7d.`);
  }
  return { from, to, raw };
}
