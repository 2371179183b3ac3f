import { type PanelProps, renderTextPanelMarkdown } from '@grafana/data';
import React from 'react';

interface TextOptions {
  readonly mode?: string;
  readonly content?: string;
}

/** Markdown, made harmless by @grafana/data. */
export const TextPanel = ({ options: { content = '' }, replaceVariables }: PanelProps<TextOptions>) => (
  <div
    className="markdown-html"
    dangerouslySetInnerHTML={{ __html: renderTextPanelMarkdown(replaceVariables(content, {}, 'html')) }}
  />
);
