import type { Flow } from '#shared/domain/risk/facts/company-facts.ts';
import type { AccountRow } from '#shared/domain/risk/facts/fold-accounts.ts';
import { parseDate } from '#shared/domain/vietnamese/dates.ts';
import { findInstitution } from '#shared/domain/vietnamese/financial-institution.ts';
import { parsePhones } from '#shared/domain/vietnamese/phone.ts';
import type { WorldRow } from '#test/support/world-rows.ts';
import { codeOf } from './company-rows.ts';
import { plainHash } from './plain-hash.ts';

export function accountRow(row: WorldRow): AccountRow {
  return {
    bank: bankOf(row),
    accountNumber: row['accountNumber'] ?? '',
    enterpriseCode: codeOf(row['enterpriseCode']),
    holderName: row['holderName'] || undefined,
    representativeDocumentNumber: row['representativeDocumentNumber'] || undefined,
    phone: parsePhones(row['phone'] ?? '')[0],
    openedOn: parseDate(row['openedOn'] ?? ''),
    status: row['status'] || undefined,
    updatedOn: parseDate(row['updatedOn'] ?? ''),
  };
}

export function flowOf(row: WorldRow): Flow {
  const number = (key: string) => (row[key] ? Number(row[key]) : undefined);
  return {
    period: row['period'] ?? '',
    credit: Number(row['credit']),
    debit: Number(row['debit']),
    transactions: number('transactions'),
    medianHoldMinutes: number('medianHoldMinutes'),
    foreignIpShare: number('foreignIpShare'),
  };
}

export const counterpartyOf = (row: WorldRow) => ({
  ref: plainHash('counterparty', row['counterparty'] ?? ''),
  period: row['period'] ?? '',
  debit: Number(row['debit']),
  credit: Number(row['credit'] ?? 0),
});

export const listingOf = (row: WorldRow) => ({
  code: Number(row['code']),
  on: parseDate(row['date'] ?? '') ?? '',
});

/** Whether a row of an account contains its money in a period, and not its counterparties or devices. */
export const tellsFlow = (row: WorldRow) => Boolean(row['period'] && !row['counterparty'] && !row['device']);

export const bankOf = (row: WorldRow) => findInstitution(row['bank'] ?? '')?.id ?? '';
export const accountKey = (row: WorldRow) => `${bankOf(row)} ${row['accountNumber']}`;
