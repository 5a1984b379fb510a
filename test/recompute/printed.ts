import { unzip } from '#test/support/unzip.ts';

/** What a reader of a printed dossier sees: its paragraphs, and its tables row by row, in their order. */
export type Printed = readonly (string | readonly (readonly string[])[])[];

const ENTITIES: readonly (readonly [string, string])[] = [
  ['&lt;', '<'],
  ['&gt;', '>'],
  ['&quot;', '"'],
  ['&apos;', "'"],
  ['&amp;', '&'],
];
const unescaped = (text: string) =>
  ENTITIES.reduce((read, [entity, sign]) => read.replaceAll(entity, sign), text.replaceAll('\u00A0', ' '));
const PART = /<w:tbl>.*?<\/w:tbl>|<w:p[ >].*?<\/w:p>/gsu;
const textOf = (paragraph: string) =>
  unescaped(
    [...paragraph.matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>|<w:(?:br|tab)[ /]/gu)]
      .map(([, text]) => text ?? '\n')
      .join(''),
  );
const textsIn = (xml: string) =>
  [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gsu)].map(([paragraph]) => textOf(paragraph)).join('\n');

/** Reads a dossier's docx by its XML alone. */
export function printed(docx: Uint8Array): Printed {
  const xml = unzip(Buffer.from(docx)).get('word/document.xml') ?? '';
  return [...xml.matchAll(PART)].map(([part]) =>
    part.startsWith('<w:tbl>')
      ? [...part.matchAll(/<w:tr[ >].*?<\/w:tr>/gsu)].map(([row]) =>
          [...row.matchAll(/<w:tc>.*?<\/w:tc>/gsu)].map(([cell]) => textsIn(cell)),
        )
      : textOf(part),
  );
}
