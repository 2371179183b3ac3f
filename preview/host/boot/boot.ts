import { ROLE_COOKIE } from '../../server/role';
import { bootData } from './bootData';
import { choices } from './choices';
import { previewWindow } from './previewWindow';

// A script of its own, run before the host's module: Grafana's packages read these while they are loaded.
const page = previewWindow();
const { theme, language, role } = choices(location.search, localStorage);
// The server asks for the role, as Grafana's does; every request of this browser carries it from here on.
document.cookie = `${ROLE_COOKIE}=${role.toLowerCase()}; path=/; SameSite=Strict`;
page.__grafana_public_path__ = '/public/';
page.grafanaBootData = bootData(page.genwatchPreview, { theme, language, role }, location.origin);
document.documentElement.lang = language;
document.body.className = `theme-${theme} app-grafana`;
