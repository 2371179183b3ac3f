/** A piece of a runbook: text in Markdown, or a block to copy. */
export type RunbookPart =
  | { readonly kind: 'text'; readonly markdown: string }
  | { readonly kind: 'code'; readonly language: string; readonly code: string };

const HEADING = /^# .*\n+/;
const FENCE = /^```(\w*)\n([\s\S]*?)\n```$/gm;
const RUNBOOK_LINK = /\]\((?:\.\/)?([A-Z]\w*)\.md(#[\w-]*)?\)/g;

/** A runbook without its own title, which the page has; links to other runbooks lead where `urlOf` says. */
export function runbookParts(markdown: string, urlOf: (name: string) => string): RunbookPart[] {
  const body = markdown.replaceAll('\r\n', '\n').replace(HEADING, '');
  const parts: RunbookPart[] = [];
  let end = 0;
  for (const match of body.matchAll(FENCE)) {
    const [whole, language = '', code = ''] = match;
    parts.push(text(body.slice(end, match.index), urlOf), { kind: 'code', language, code });
    end = match.index + whole.length;
  }
  parts.push(text(body.slice(end), urlOf));
  return parts.filter((part) => part.kind === 'code' || part.markdown.trim() !== '');
}

const text = (markdown: string, urlOf: (name: string) => string): RunbookPart => ({
  kind: 'text',
  markdown: markdown.replace(RUNBOOK_LINK, (_, name: string, anchor = '') => `](${urlOf(name)}${String(anchor)})`),
});
