import { ExpansionAllowance } from '../allowance.ts';
import { decodeText } from '../decode-text.ts';
import type { Limits } from '../limits.ts';
import type { RowBatch } from '../table-row.ts';
import { brokenWorkbook, workbookTooBig } from './faults.ts';
import { inflatePart } from './inflate-part.ts';
import { MergedCells } from './merged-cells.ts';
import { SheetRows } from './sheet-rows.ts';
import { openWorkbook, upTo } from './workbook.ts';
import { scanChunks } from './xml-scanner.ts';

/**
 * Reads the rows of a workbook's sheets in order; a hidden sheet is only named. The packed file and its table of texts
 * are held in memory up to a limit, but sheets are not.
 * @throws {UnreadableFile} `broken`, `locked`, `too_big`
 */
export async function* readXlsx(bytes: AsyncIterable<Buffer>, limits: Limits): AsyncGenerator<RowBatch> {
  const file = await wholeFile(bytes, limits);
  const workbook = await openWorkbook(file, limits);
  if (workbook.sheets.length === 0) throw brokenWorkbook();
  const characters = new ExpansionAllowance(limits.swelling, workbookTooBig);
  characters.earn(file.length);
  for (const { name: sheet, part, hidden } of workbook.sheets) {
    yield { sheet, hidden, rows: [] };
    if (hidden) continue;
    const merged = new MergedCells(limits);
    for await (const text of decodeText(inflatePart(part, [upTo(limits.inflatedBytes)]))) merged.push(text);
    const rows = new SheetRows(workbook, merged, characters, limits);
    for await (const _ of scanChunks(decodeText(inflatePart(part, workbook.bytes)), rows))
      yield { sheet, rows: rows.take() };
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
