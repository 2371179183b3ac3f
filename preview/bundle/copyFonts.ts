import { cp } from 'node:fs/promises';
import { join } from 'node:path';

/** The names under which @grafana/ui's GlobalStyles asks for fonts, and the packages that hold them. */
const FONTS = {
  'inter/Inter-Regular.woff2': '@fontsource/inter/files/inter-latin-400-normal.woff2',
  'inter/Inter-Medium.woff2': '@fontsource/inter/files/inter-latin-500-normal.woff2',
  'roboto/L0xTDF4xlVMF-BfR8bXMIhJHg45mwgGEFl0_3vrtSM1J-gEPT5Ese6hmHSh0mQ.woff2':
    '@fontsource/roboto-mono/files/roboto-mono-latin-400-normal.woff2',
};

export async function copyFonts(projectRoot: string, out: string): Promise<void> {
  await Promise.all(
    Object.entries(FONTS).map(([name, file]) =>
      cp(join(projectRoot, 'node_modules', file), join(out, name), { recursive: true })
    )
  );
}
