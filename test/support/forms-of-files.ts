import { workbookOf } from './workbook.ts';

/** The keys of a file's columns in JSON lines, in the order of its csv. */
const KEYS: Readonly<Record<string, string>> = {
  'registrations/a.csv':
    'enterpriseCode name legalForm registeredOn headOfficeAddress charterCapital plannedEmployees phone role fullName dateOfBirth gender documentType documentNumber',
  'identities/a.csv': 'documentNumber documentType fullName dateOfBirth gender status statusOn expiresOn oldNumber',
  'activities/tax.csv': 'enterpriseCode kind date value note',
  'activities/insurance.csv': 'enterpriseCode kind date value note',
  'activities/inspections.csv': 'enterpriseCode kind date value note',
  'activities/invoices.csv': 'seller buyer period total',
  'accounts/register.csv':
    'bank accountNumber enterpriseCode holderName representativeName representativeDocumentNumber phone openedOn status',
  'accounts/flows.csv': 'bank accountNumber period credit debit transactions medianHoldMinutes',
  'accounts/counterparties.csv': 'bank accountNumber period counterparty debit',
  'accounts/devices.csv': 'bank accountNumber device period',
  'subscribers/a.csv': 'phone documentNumber',
  'suspicious-accounts/a.csv': 'bank accountNumber code reason date',
};
const OF_PEOPLE = new Set(['role', 'fullName', 'dateOfBirth', 'gender', 'documentType', 'documentNumber']);
const NUMBERS = new Set(['credit', 'debit', 'transactions', 'medianHoldMinutes', 'total', 'code', 'plannedEmployees']);

const rowsOf = (csv: string): string[][] =>
  csv
    .split('\n')
    .map((line) => line.split(/,(?=(?:[^"]*"[^"]*")*[^"]*$)/u).map((cell) => cell.replaceAll(/^"|"$/gu, '')));

/** A workbook whose cells are all texts. */
export const textsOf = (_key: string, csv: string): Promise<Buffer> => workbookOf(rowsOf(csv));

/** A workbook in which amounts and counts are numbers, and days are days; codes and numbers of accounts stay texts. */
export const numbersOf = (_key: string, csv: string): Promise<Buffer> =>
  workbookOf(rowsOf(csv).map((row) => row.map((cell) => dayOf(cell) ?? (isAmount(cell) ? Number(cell) : cell))));

const isAmount = (cell: string) => /^[1-9]\d*(?:\.\d+)?$/u.test(cell) && !/^9704\d\d$/u.test(cell);
const dayOf = (cell: string): Date | undefined => {
  const iso = isoOf(cell);
  return iso === cell ? undefined : new Date(`${iso}T00:00:00Z`);
};
const isoOf = (cell: string) => cell.replace(/^(\d\d)\/(\d\d)\/(\d{4})$/u, '$3-$2-$1');

/** The rows as JSON lines, with ISO days; a company with its one person. */
export async function jsonLines(key: string, csv: string): Promise<string> {
  const keys = (KEYS[key] ?? '').split(' ');
  const lines = rowsOf(csv)
    .slice(1)
    .map((row) => {
      const fields = keys.flatMap((name, at) => {
        const cell = isoOf(row[at] ?? '');
        if (cell === '') return [];
        return [[name, NUMBERS.has(name) ? Number(cell) : name === 'role' ? 'legal_representative' : cell] as const];
      });
      if (!key.startsWith('registrations/')) return Object.fromEntries(fields);
      const person = Object.fromEntries(fields.filter(([name]) => OF_PEOPLE.has(name)));
      return { ...Object.fromEntries(fields.filter(([name]) => !OF_PEOPLE.has(name))), people: [person] };
    });
  return lines.map((line) => JSON.stringify(line)).join('\n');
}
