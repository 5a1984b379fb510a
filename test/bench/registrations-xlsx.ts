import { parse } from 'csv-parse/sync';
import { workbookOf } from '#test/shared/tabular/make-zip.ts';
import { registrationsCsv } from './registrations-csv.ts';

/** The made-up registrations as a spreadsheet saves them: codes and phones are numbers without their zeros, texts shared. */
export function registrationsXlsx(rows: number): Buffer {
  const table: string[][] = parse(registrationsCsv(rows), { bom: true });
  const texts = new Map<string, number>();
  const shared = (text: string): number => {
    const known = texts.get(text) ?? texts.size;
    texts.set(text, known);
    return known;
  };
  const cell = (text: string, at: string, isHeading: boolean): string =>
    !isHeading && /^\d+$/u.test(text)
      ? `<c r="${at}"><v>${Number(text)}</v></c>`
      : `<c r="${at}" t="s"><v>${shared(text)}</v></c>`;
  const sheet = table.map((cells, n) => {
    const written = cells.map((text, place) => cell(text, `${String.fromCodePoint(65 + place)}${n + 1}`, n === 0));
    return `<row r="${n + 1}">${written.join('')}</row>`;
  });
  const strings = [...texts.keys()].map((text) => `<si><t>${text.replaceAll('&', '&amp;')}</t></si>`);
  return workbookOf(`<worksheet><sheetData>${sheet.join('')}</sheetData></worksheet>`, {
    'xl/sharedStrings.xml': `<sst>${strings.join('')}</sst>`,
  });
}
