import type { ComponentChildren, VNode } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { Assets } from '../http/assets.ts';
import { anchorOf } from './guide-sections.ts';
import { Page } from './page.tsx';

/** The page of a guide. Its pictures are left out, because the reader comes from the page that they show. */
export const guideDocument = (markdown: string, assets: Assets): string =>
  `<!doctype html>${renderToString(
    <Page title="Hướng dẫn" assets={assets}>
      {markdown.split(/\n\n+/u).map((block) => blockOf(block.trim()))}
    </Page>,
  )}`;

function blockOf(block: string): VNode | null {
  const [, level, title = ''] = /^(#+) (.+)$/u.exec(block) ?? [];
  if (level === '#') return <h1 class="govuk-heading-l">{title}</h1>;
  if (level !== undefined)
    return (
      <h2 class="govuk-heading-m" id={anchorOf(title)}>
        {title}
      </h2>
    );
  if (block.startsWith('![')) return null;
  const first = /^(\d+)\. /u.exec(block)?.[1];
  if (first === undefined) return <p class="govuk-body">{inline(block)}</p>;
  return (
    <ol class="govuk-list govuk-list--number" start={Number(first)}>
      {block.split('\n').map((line) => (
        <li>{inline(line.replace(/^\d+\. /u, ''))}</li>
      ))}
    </ol>
  );
}

const inline = (text: string): ComponentChildren =>
  text.split(/(\*\*[^*]+\*\*|`[^`]+`|\[[^\]]+\]\([^)]+\))/u).map((part) => {
    if (part.startsWith('**')) return <strong>{part.slice(2, -2)}</strong>;
    if (part.startsWith('`')) return <code>{part.slice(1, -1)}</code>;
    return part.replace(/^\[([^\]]+)\]\(.*\)$/u, '$1');
  });
