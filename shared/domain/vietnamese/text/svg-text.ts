import { withoutUnprintable } from './unicode-safety.ts';

/** The fonts of pictures, which are read on screens and in papers. */
export const FONT = "'Noto Sans','DejaVu Sans',Arial,sans-serif";

/** A line of text of an SVG picture; nothing where it is empty. */
export const svgText = (x: number, y: number, content: string, style: string): string =>
  content === '' ? '' : `<text x="${x}" y="${y}" ${style}>${escapedText(content)}</text>`;

/** The mean width of capital letters in the widest font, in parts of its size. */
const WIDEST = 0.75;

/** A line that is pressed into the width where its letters, which differ from font to font, may need more. */
export function fittedText({ x, y, size, width }: Record<'x' | 'y' | 'size' | 'width', number>, text: string): string {
  const pressed = text.length * size * WIDEST > width ? ` textLength="${width}" lengthAdjust="spacingAndGlyphs"` : '';
  return svgText(x, y, text, `font-size="${size}" fill="#000000"${pressed}`);
}

export const escapedText = (content: string): string =>
  withoutUnprintable(content)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
