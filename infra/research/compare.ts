import { readFile } from 'node:fs/promises';
import { EXIT, printError, runCommand } from '#infra/local/run-command.ts';
import { COMPARISONS, compareRows, UnusableFile } from './compare-rows.ts';

const USAGE = `Cách dùng: npm run compare -- persons|companies|addresses|general TỆP.csv

  So hai cột name1, name2 ở từng dòng, in lại tệp với hai cột thêm: result (kết quả) và score (0 đến 1).
  persons: tên người Việt; companies: tên doanh nghiệp; addresses: địa chỉ; general: tên người, tổ chức nước ngoài.`;

await runCommand(USAGE, main);

async function main(words: readonly string[]): Promise<number> {
  const [kind = '', path = ''] = words;
  const compare = COMPARISONS.get(kind);
  if (compare === undefined || path === '' || words.length > 2) return printError(USAGE);
  const csv = await readText(path);
  if (csv === undefined) return printError(`Không đọc được tệp “${path}”.\n${USAGE}`);
  try {
    process.stdout.write(compareRows(csv, compare));
    return EXIT.done;
  } catch (error) {
    if (error instanceof UnusableFile) return printError(`${error.message}\n${USAGE}`);
    throw error;
  }
}

/** Decodes the bytes as UTF-8, or as Windows-1258 where they are no UTF-8. */
async function readText(path: string): Promise<string | undefined> {
  try {
    const bytes = await readFile(path);
    try {
      return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    } catch {
      return new TextDecoder('windows-1258').decode(bytes);
    }
  } catch {
    return undefined;
  }
}
