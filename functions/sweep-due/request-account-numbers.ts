import type { ObjectStore } from '#shared/clients/object-store.ts';
import { INSTITUTION_IDS } from '#shared/domain/vietnamese/financial-institution.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { WORKBOOK_TYPE, writeWorkbook } from '#shared/tabular/xlsx/write-workbook.ts';
import type { Accounts } from '#shared/tables/accounts.ts';
import type { UncertainAccountNumber } from '#shared/tables/account-fact.ts';

export interface RequestAccountNumbersPorts {
  readonly accounts: Pick<Accounts, 'questionsFor'>;
  readonly objects: Pick<ObjectStore, 'put'>;
  readonly outboxBucket: string;
}

const AT_ONCE = 8;
const COLUMNS = [
  { heading: 'Số tài khoản như đã gửi', width: 24 },
  { heading: 'Mã số doanh nghiệp', width: 18 },
  { heading: 'Số tài khoản đầy đủ (ngân hàng ghi)', width: 36 },
  { heading: 'Vì sao hỏi', width: 70 },
];

/** Asks each bank, in its own outbox, for the full numbers of accounts that it sent as a spreadsheet's numbers. */
export async function requestAccountNumbers({
  accounts,
  objects,
  outboxBucket,
}: RequestAccountNumbersPorts): Promise<void> {
  await inParallel(INSTITUTION_IDS, AT_ONCE, async (bank) => {
    const questions = await accounts.questionsFor(bank);
    if (questions === undefined) return;
    const sheet = { name: 'Số tài khoản cần hỏi', columns: COLUMNS, rows: questions.map(rowOf) };
    await objects.put(outboxBucket, `outbox/${bank}/so-tai-khoan-can-hoi.xlsx`, writeWorkbook([sheet]), WORKBOOK_TYPE);
  });
}

const rowOf = ({ accountNumber, companies, known }: UncertainAccountNumber): string[] => [
  accountNumber,
  companies.join(', '),
  '',
  known > 1
    ? `Có ${known} tài khoản cùng dãy số này khi bỏ số 0 ở đầu; đề nghị cho biết là tài khoản nào.`
    : 'Số đến từ ô kiểu số nên có thể đã mất số 0 ở đầu hoặc chữ số cuối; đề nghị gửi lại số đầy đủ ở ô kiểu văn bản.',
];
