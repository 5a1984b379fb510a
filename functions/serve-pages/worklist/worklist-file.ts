import { worklistBook } from '#shared/use-cases/worklist-book.ts';
import { WORKBOOK_TYPE } from '#shared/tabular/xlsx/write-workbook.ts';
import type { Visit, ServePagesPorts } from '../ports.ts';
import { download } from '../http/answer.ts';
import { openTasks } from './open-tasks.ts';

/** The whole worklist as a workbook with a sheet for each kind of entry. */
export async function worklistFile(_: Visit, ports: ServePagesPorts) {
  const tasks = await openTasks(ports);
  const names = new Map(tasks.map(({ enterpriseCode, companyName }) => [enterpriseCode, companyName]));
  const rows = tasks.map(({ enterpriseCode, entry }) => ({ enterpriseCode, ...entry }));
  const name = `viec-can-lam-${ports.rulesClock.today()}.xlsx`;
  return download(
    worklistBook(rows, (code) => names.get(code)),
    name,
    WORKBOOK_TYPE,
  );
}
