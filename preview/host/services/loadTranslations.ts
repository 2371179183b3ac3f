import { initPluginTranslations } from '@grafana/i18n';

import { type Language } from '../boot/choices';
import { addResourceBundle, initializeI18n } from '../internals';

interface Translated {
  readonly id: string;
  /** Where the plugin is served. */
  readonly folder: string;
}

/** Sets the language, and hands each plugin its texts in it before the plugin is loaded, as Grafana does. */
export async function loadTranslations(language: Language, plugins: readonly Translated[]): Promise<void> {
  await initializeI18n({ language, ns: ['grafana'] }, language);
  await initPluginTranslations('grafana');
  await Promise.all(
    plugins.map(async ({ id, folder }) => {
      const response = await fetch(`/${folder}/locales/${language}/${id}.json`);
      if (response.ok) {
        addResourceBundle(language, id, (await response.json()) as object);
      }
    })
  );
}
