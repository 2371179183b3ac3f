import { BigValueGraphMode } from '@grafana/grafana-foundation-sdk/common';
import { PanelBuilder as StatBuilder } from '@grafana/grafana-foundation-sdk/stat';
import { noValue } from './noValue';
import { type Panel } from '../../../catalog/kinds/dashboard';

/** One value as it is now. Its curve would say nothing: the panel beside it has the scale. */
export const stat = ({ states }: Panel): StatBuilder =>
  new StatBuilder().graphMode(BigValueGraphMode.None).noValue(noValue(states));
