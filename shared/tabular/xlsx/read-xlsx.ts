import { decodeText } from '../decode-text.ts';
import type { TableRow, RowBatch } from '../table-row.ts';
import type { Limits } from '../limits.ts';
import { inflatePart, workbookTooBig } from './inflate-part.ts';
import { sheetRow } from './sheet-row.ts';
import { openWorkbook } from './workbook.ts';
import { elements } from './xml.ts';
import { brokenWorkbook } from './zip-parts.ts';

/**
 * The rows of a workbook's sheets, in order. The packed file and its table of texts are held in memory under a cap, sheets are not.
 * @throws {UnreadableFile} `broken`, `locked`, `too_big`
 */
export async function* readXlsx(bytes: AsyncIterable<Buffer>, limits: Limits): AsyncGenerator<RowBatch> {
  const workbook = await openWorkbook(await wholeFile(bytes, limits), limits);
  if (workbook.sheets.length === 0) throw brokenWorkbook();
  for (const { name, part } of workbook.sheets) {
    let last = 0;
    yield { sheet: name, rows: [] };
    for await (const found of elements(decodeText(inflatePart(part, [workbook.budget])), 'row')) {
      const rows: TableRow[] = [];
      for (const xml of found) {
        const row = sheetRow(xml, last, workbook, limits);
        last = row.row;
        rows.push(row);
      }
      if (last > limits.sheetRows) throw workbookTooBig();
      yield { sheet: name, rows };
    }
  }
}

const wholeFile = async (bytes: AsyncIterable<Buffer>, limits: Limits): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of bytes) {
    length += chunk.length;
    if (length > limits.workbookBytes) throw workbookTooBig();
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
};
