import { bootData } from './bootData';
import { choices } from './choices';
import { previewWindow } from './previewWindow';

// A script of its own, run before the host's module: Grafana's packages read these while they are loaded.
const page = previewWindow();
const { theme, language } = choices(location.search, localStorage);
page.__grafana_public_path__ = '/public/';
page.grafanaBootData = bootData(page.genwatchPreview, theme, language, location.origin);
document.documentElement.lang = language;
document.body.className = `theme-${theme} app-grafana`;
