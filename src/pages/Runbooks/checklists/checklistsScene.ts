import { EmbeddedScene } from '@grafana/scenes';

import { type Installation } from '../../../app/installation';
import { ReactView } from '../../../shared/ReactView';
import { checklistsView } from './ChecklistsView';

/** What to look after every week, month and quarter. */
export const checklistsScene = (installation: Installation): EmbeddedScene =>
  new EmbeddedScene({ body: new ReactView({ view: checklistsView(installation) }) });
