import { SceneAppPage, type SceneAppPageLike } from '@grafana/scenes';

import { appUrl } from '../../app/appUrl';
import { type Installation } from '../../app/installation';
import { t } from '../../app/t';
import { type System } from '../../catalog/kinds/system';
import { pageScene } from '../../shared/pageScene';
import { thresholdsScene } from '../Thresholds/thresholdsScene';
import { systemTopics } from './systemTopics';
import { topicScene } from './topicScene';
import { topicTitle } from './topicTitle';

/** All of one system, in tabs: what its dashboards show by topic. */
export function systemPage(installation: Installation, system: System, overview: SceneAppPageLike): SceneAppPage {
  const tab = (name: string, title: string, getScene: SceneAppPage['state']['getScene']) =>
    new SceneAppPage({
      title,
      url: appUrl('systems', system.id, name),
      routePath: name,
      preserveUrlKeys: ['from', 'to', 'timezone'],
      getScene,
    });
  return new SceneAppPage({
    title: system.title,
    subTitle: system.description,
    url: appUrl('systems', system.id),
    routePath: `systems/${system.id}/*`,
    getParentPage: () => overview,
    tabs: [
      ...systemTopics(system).map((topic) =>
        tab(topic, topicTitle(topic), () =>
          pageScene(installation, (source) =>
            topicScene({ system, settings: installation.catalog.settings }, topic, source)
          )
        )
      ),
      tab('thresholds', t('system.thresholds', 'Thresholds'), () => thresholdsScene(installation, [system])),
    ],
  });
}
