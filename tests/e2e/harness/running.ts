import { type Part } from '../../integration/alertChain';

export const E2E_VARIABLE = 'GENWATCH_E2E';

/** What the setup of the suite tells the tests, which run in processes of their own. */
export interface Running {
  readonly previewUrl: string;
  /** Where one Chromium takes commands. */
  readonly browser: string;
  readonly control: { readonly url: string; readonly token: string };
  readonly urls: Readonly<Record<Part, string>>;
}
