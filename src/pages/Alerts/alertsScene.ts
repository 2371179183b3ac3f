import { type EmbeddedScene } from '@grafana/scenes';

import { type Installation } from '../../app/installation';
import { type System } from '../../catalog/kinds/system';
import { AnswersView } from '../../shared/AnswersView';
import { pageScene } from '../../shared/pageScene';
import { queriesOfNow } from '../../shared/queriesOfNow';
import { ALERT_QUERIES } from './alertQueries';
import { alertsView } from './AlertsView';

/** The alerts of all systems, or of one. */
export const alertsScene = (installation: Installation, system?: System): EmbeddedScene =>
  pageScene(
    installation,
    (source) => ({
      $data: queriesOfNow(source, ALERT_QUERIES),
      body: new AnswersView({ view: alertsView(installation, source, system) }),
    }),
    { hasRange: false }
  );
