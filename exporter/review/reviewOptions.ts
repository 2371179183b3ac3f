import { databaseUrlOption } from '../databaseUrlOption';
import { type Lookup, type OptionSpec } from '../optionSource';
import { secretFile } from '../secretFile';

/** What writing verdicts needs; the exporter refuses to start with a part of it. */
export interface ReviewOptions {
  /** Of the role genwatch_reviewer, which may write verdicts and nothing else. */
  readonly databaseUrl: string;
  /** What Grafana's data source sends along with every verdict. */
  readonly secret: string;
  /** Whose signature on the reviewer's name is checked; without it the name is taken as it comes with the secret. */
  readonly grafanaUrl?: string;
}

export const REVIEW_OPTIONS = {
  reviewUrl: {
    variable: 'GENWATCH_REVIEW_DATABASE_URL',
    help: 'URL of the role genwatch_reviewer: lets reviewers approve and reject tests',
  },
  reviewUrlFile: {
    variable: 'GENWATCH_REVIEW_DATABASE_URL_FILE',
    flag: 'review-database-url-file',
    help: 'a file that holds that URL instead',
  },
  reviewSecretFile: {
    variable: 'GENWATCH_REVIEW_SECRET_FILE',
    flag: 'review-secret-file',
    help: 'a file with the secret that every verdict has to carry',
  },
  grafanaUrl: {
    variable: 'GENWATCH_GRAFANA_URL',
    flag: 'grafana-url',
    help: "the Grafana whose signature on a reviewer's name is checked",
  },
} as const satisfies Record<string, OptionSpec>;

const LEAST_CHARACTERS = 16;

/** Nothing when reviews are not wanted; what is wrong is added to `problems`. */
export function readReviewOptions(
  lookup: Lookup,
  readFile: (path: string) => string,
  problems: string[]
): ReviewOptions | undefined {
  const { reviewUrl: url, reviewUrlFile: urlFile, reviewSecretFile, grafanaUrl: grafanaSpec } = REVIEW_OPTIONS;
  const database = lookup(url) ?? lookup(urlFile);
  const file = lookup(reviewSecretFile);
  const grafana = lookup(grafanaSpec);
  if (!database && !file) {
    if (grafana) {
      problems.push(
        `${grafanaSpec.variable} is set, but reviews are not set up. Set ${url.variable} and ${reviewSecretFile.variable} too, or leave it out.`
      );
    }
    return undefined;
  }
  if (!database) {
    problems.push(
      `${reviewSecretFile.variable} is set, but ${url.variable} is not. Reviews need both: set it to the URL of the role genwatch_reviewer, or name a file with that URL in ${urlFile.variable}.`
    );
  }
  if (!file) {
    problems.push(
      `${url.variable} is set, but ${reviewSecretFile.variable} is not. Reviews need both: put a long random text into a file (openssl rand -hex 32), name the file there, and give the text to the data source in Grafana.`
    );
  }
  const databaseUrl = databaseUrlOption({ url, urlFile }, lookup, readFile, problems);
  const secret = secretFile(reviewSecretFile, file, readFile, problems);
  if (secret !== undefined && !USABLE_SECRET.test(secret)) {
    problems.push(
      `The file ${file?.value} of ${reviewSecretFile.variable} holds no usable secret. Write one word of at least ${LEAST_CHARACTERS} letters and digits into it, such as openssl rand -hex 32 makes.`
    );
  }
  if (grafana && !/^https?:$/.test(protocolOf(grafana.value))) {
    problems.push(`${grafanaSpec.variable} is no address. Write it like https://grafana.example.com.`);
  }
  return databaseUrl !== undefined && secret !== undefined
    ? { databaseUrl, secret, ...(grafana && { grafanaUrl: grafana.value }) }
    : undefined;
}

/** What a header can carry, and nobody can guess. */
const USABLE_SECRET = new RegExp(`^[!-~]{${LEAST_CHARACTERS},}$`);

const protocolOf = (text: string): string => (URL.canParse(text) ? new URL(text).protocol : '');
