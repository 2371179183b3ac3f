import { SceneAppPage } from '@grafana/scenes';

import { appUrl } from '../../app/appUrl';
import { type Installation } from '../../app/installation';
import { t } from '../../app/t';
import { thresholdsScene } from './thresholdsScene';

/** When each number of the catalog is bad, why, and how to change it. */
export const thresholdsPage = (installation: Installation): SceneAppPage =>
  new SceneAppPage({
    title: t('thresholds.title', 'Thresholds'),
    subTitle: t(
      'thresholds.subtitle',
      'When each number is bad, what it is now, where that comes from, and how to change it. Shown are the bounds of this installation; they are changed in genwatch.config.yaml.'
    ),
    url: appUrl('thresholds'),
    routePath: 'thresholds/*',
    getScene: () => thresholdsScene(installation, installation.catalog.systems),
  });
