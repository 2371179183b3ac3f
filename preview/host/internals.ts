// What Grafana's own page calls and its packages do not export. The file leads to the same module as the package's name.
export { addResourceBundle, initializeI18n } from '../../node_modules/@grafana/i18n/dist/esm/i18n.mjs';
export { setPanelDataErrorView } from '../../node_modules/@grafana/runtime/dist/esm/components/PanelDataErrorView.mjs';
export { setPanelRenderer } from '../../node_modules/@grafana/runtime/dist/esm/components/PanelRenderer.mjs';
export { setPluginPage } from '../../node_modules/@grafana/runtime/dist/esm/components/PluginPage.mjs';
