import { SceneAppPage, type SceneAppPageLike } from '@grafana/scenes';

import { appUrl } from '../../app/appUrl';
import { type Installation } from '../../app/installation';
import { t } from '../../app/t';
import { TOPICS, type Topic } from '../../catalog/kinds/dashboard';
import { type System } from '../../catalog/kinds/system';
import { pageScene } from '../../shared/pageScene';
import { topicScene } from './topicScene';

/** All of one system, in tabs: what its dashboards show by topic. */
export function systemPage(installation: Installation, system: System, overview: SceneAppPageLike): SceneAppPage {
  const topics = TOPICS.filter((topic) =>
    system.dashboards.some(({ rows }) => rows.some((row) => row.topic === topic))
  );
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
    tabs: topics.map((topic) =>
      tab(topic, topicTitle(topic), () =>
        pageScene(installation, (source) =>
          topicScene({ system, settings: installation.catalog.settings }, topic, source)
        )
      )
    ),
  });
}

function topicTitle(topic: Topic): string {
  switch (topic) {
    case 'health':
      return t('system.health', 'Health');
    case 'trends':
      return t('system.trends', 'Trends');
    case 'errors':
      return t('system.errors', 'Errors');
  }
}
