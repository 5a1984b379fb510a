import { withoutUnprintable } from './unicode-safety.ts';

/** The fonts of pictures, which are read on screens and in papers. */
export const FONT = "'Noto Sans','DejaVu Sans',Arial,sans-serif";

/** A line of text of an SVG picture; nothing where it is empty. */
export const svgText = (x: number, y: number, content: string, style: string): string =>
  content === '' ? '' : `<text x="${x}" y="${y}" ${style}>${escapedText(content)}</text>`;

export const escapedText = (content: string): string =>
  withoutUnprintable(content)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
