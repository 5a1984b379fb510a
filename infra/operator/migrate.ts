import { WRITTEN_FORM } from '#shared/tables/packing-forms.ts';
import { TABLE_NAMES } from '#shared/tables/table-designs.ts';
import { optionsOf, EXIT, printError, runCommand } from '#infra/local/run-command.ts';
import { logOperatorAct, readSystem, SYSTEM_USAGE } from './find-system.ts';
import { migrateTables } from './migrate-tables.ts';

const USAGE = `Cách dùng: npm run migrate

  Đưa mọi mục đã lưu sang dạng mới nhất, trong khi các hàm vẫn chạy.
  Bị ngắt thì chạy lại: chỉ còn những mục chưa chuyển. Từng bước: docs/operations.md.
  ${SYSTEM_USAGE}`;

/** Goes through the tables until a whole round finds no item in an earlier form. */
async function main(words: readonly string[]): Promise<number> {
  if (!optionsOf(words, {})) return printError(USAGE);
  const system = await readSystem(process.env);
  await logOperatorAct({ task: 'migrate', form: WRITTEN_FORM }, system);
  const tables = new Map(TABLE_NAMES.map((name) => [name, system.tables[name]]));
  for (;;) {
    const found = Object.entries(await migrateTables(system.db, tables));
    if (found.length === 0) break;
    for (const [table, items] of found) console.log(`${table}: ${items} mục`);
  }
  console.log(`Mọi mục đều ở dạng ${WRITTEN_FORM}.`);
  return EXIT.done;
}

await runCommand(USAGE, (words) => main(words));
