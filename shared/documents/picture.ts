import { AlignmentType, ImageRun, Paragraph } from 'docx';

const MOST = { width: 620, height: 600 };
/** A white pixel for programs that can't show SVG; the tables beside the picture have the same content. */
const BLANK = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==',
  'base64',
);

interface Picture {
  readonly svg: string;
  /** The name of the picture's file beside the paper. */
  readonly name: string;
  readonly title: string;
  readonly description: string;
}

/** An SVG picture as wide as the text, on the same page as its caption. */
export function picture({ svg, name, title, description }: Picture): Paragraph {
  const [, width = '1', height = '1'] = /viewBox="0 0 (\d+) (\d+)"/.exec(svg) ?? [];
  const scale = Math.min(MOST.width / Number(width), MOST.height / Number(height));
  const size = { width: Math.round(Number(width) * scale), height: Math.round(Number(height) * scale) };
  return new Paragraph({
    alignment: AlignmentType.CENTER,
    keepNext: true,
    spacing: { before: 200, after: 60 },
    children: [
      new ImageRun({
        type: 'svg',
        data: Buffer.from(svg),
        transformation: size,
        fallback: { type: 'png', data: BLANK },
        altText: { id: '1', name, title, description },
      }),
    ],
  });
}
