import { Workbook } from '@cj-tech-master/excelts';

type WorkbookRows = ReadonlyArray<readonly unknown[]>;

/** A workbook as another program writes it: numbers stay numbers, days are days. Most have one sheet. */
export async function workbookOf(
  rows: WorkbookRows,
  others: Readonly<Record<string, WorkbookRows>> = {},
): Promise<Buffer> {
  const book = new Workbook();
  for (const [name, content] of Object.entries({ 'Trang tính 1': rows, ...others })) {
    const sheet = book.addWorksheet(name);
    for (const row of content) sheet.addRow([...row] as never);
  }
  return Buffer.from(await book.xlsx.writeBuffer());
}

/** A csv text as a spreadsheet opens it: what looks like a number loses its zeros. */
export const asSpreadsheet = (csv: string): Promise<Buffer> =>
  workbookOf(
    csv.split('\n').map((line) => line.split(',').map((cell) => (/^\d+(?:\.\d+)?$/u.test(cell) ? Number(cell) : cell))),
  );

/** The texts of a workbook's first sheet, row by row. */
export async function textsOf(bytes: Uint8Array): Promise<string[][]> {
  const book = new Workbook();
  await book.xlsx.load(Buffer.from(bytes));
  const rows: string[][] = [];
  book.worksheets[0]?.eachRow((row) => rows.push((row.values as unknown[]).slice(1).map(String)));
  return rows;
}
