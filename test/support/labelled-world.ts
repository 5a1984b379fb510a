import { readdirSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { Workbook } from '@cj-tech-master/excelts';
import { parse } from 'csv-parse/sync';
import { parseBirthDate, parseDate } from '#shared/domain/vietnamese/dates.ts';
import { parseDocumentNumber } from '#shared/domain/identity/identity-document.ts';
import type { PoliceRecord, PoliceStatus } from '#shared/domain/identity/police-record.ts';
import type { DeclaredPerson, DocumentType } from '#shared/domain/identity/registration.ts';
import { cleanText } from '#shared/domain/vietnamese/text/clean.ts';

const WORLD = new URL('../data/labelled-province/', import.meta.url);

export interface LabelledPerson {
  readonly person: DeclaredPerson;
  readonly roleTakenOn: string;
  readonly expected: string;
  readonly why: string;
  /** The police data of the person meant, as the label gives it. */
  readonly truth: Readonly<Record<string, string>>;
}

type CsvRow = Record<string, string>;
type Declared = { on: string; person: DeclaredPerson };

/** The labelled province's people as declared, each with its label, and the police extract. */
export async function labelledWorld(): Promise<{ people: LabelledPerson[]; police: PoliceRecord[] }> {
  const companies = new Map<string, Declared[]>();
  for (const file of readdirSync(new URL('registrations/', WORLD)).sort())
    for (const [code, declared] of await declaredIn(file)) {
      const known = companies.get(code) ?? [];
      companies.set(code, [...known, declared]);
    }
  const labels = lines(readFileSync(new URL('labels/identities.jsonl', WORLD), 'utf8'));
  const people = labels.flatMap((label) => {
    const declared = companies.get(String(label['code']))?.[Number(label['position'])];
    if (!declared) return [];
    const { expected, why, truth } = label as unknown as LabelledPerson;
    return [{ person: declared.person, roleTakenOn: declared.on, expected, why, truth: truth ?? {} }];
  });
  return { people, police: table(readFileSync(new URL('identities/identities.csv', WORLD))).map(policeRecord) };
}

const declaredIn = async (file: string): Promise<[string, Declared][]> => {
  const bytes = readFileSync(new URL(`registrations/${file}`, WORLD));
  if (file.endsWith('.jsonl'))
    return lines(bytes.toString('utf8')).flatMap((company) =>
      (company['people'] as CsvRow[]).map((row): [string, Declared] => [
        String(company['enterpriseCode']),
        { on: String(company['registeredOn']), person: personOf(row) },
      ]),
    );
  const rows = file.endsWith('.xlsx') ? await sheet(bytes) : table(file.endsWith('.gz') ? gunzipSync(bytes) : bytes);
  return rows.map((row) => [
    row['Mã số doanh nghiệp']?.padStart(10, '0') ?? '',
    {
      on: parseDate(row['Ngày đăng ký'] ?? '') ?? '',
      person: personOf({
        fullName: row['Họ và tên'] ?? '',
        dateOfBirth: row['Ngày sinh'] ?? '',
        gender: row['Giới tính'] ?? '',
        nationality: row['Quốc tịch'] ?? '',
        documentType: row['Loại giấy tờ'] ?? '',
        documentNumber: row['Số giấy tờ'] ?? '',
        issuedOn: row['Ngày cấp'] ?? '',
      }),
    },
  ]);
};

const personOf = (row: CsvRow): DeclaredPerson => {
  const dateOfBirth = parseBirthDate(row['dateOfBirth'] ?? '') ?? '';
  const documentType = row['documentType'] as DocumentType;
  const number = parseDocumentNumber(documentType, row['documentNumber'] ?? '', { dateOfBirth });
  return {
    role: 'legal_representative',
    fullName: cleanText(row['fullName'] ?? ''),
    dateOfBirth,
    gender: genderOf(row['gender']),
    nationality: row['nationality'],
    documentType,
    documentNumber: number.ok ? number.number : '',
    issuedOn: parseDate(row['issuedOn'] ?? ''),
  };
};

const policeRecord = (row: CsvRow): PoliceRecord => ({
  documentNumber: row['Số giấy tờ'] ?? '',
  fullName: cleanText(row['Họ và tên'] ?? ''),
  dateOfBirth: parseBirthDate(row['Ngày sinh'] ?? '') ?? '',
  gender: genderOf(row['Giới tính']),
  status: row['Trạng thái'] as PoliceStatus,
  statusOn: parseDate(row['Ngày trạng thái'] ?? ''),
  expiresOn: parseDate(row['Ngày hết hạn'] ?? ''),
  oldNumber: row['Số CMND cũ'] || undefined,
});

const genderOf = (text: string | undefined) =>
  text === 'Nam' || text === 'male' ? 'male' : text === 'Nữ' || text === 'female' ? 'female' : undefined;

const lines = (text: string): Record<string, unknown>[] =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line) as Record<string, unknown>);

const table = (bytes: Uint8Array): CsvRow[] => parse(Buffer.from(bytes), { columns: true, bom: true });

const cellText = (value: unknown): string => {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '';
};

const sheet = async (bytes: Uint8Array): Promise<CsvRow[]> => {
  const workbook = new Workbook();
  await workbook.xlsx.load(bytes);
  const rows: string[][] = [];
  workbook.worksheets[0]?.eachRow((row) => {
    const cells: string[] = [];
    row.eachCell({ includeEmpty: true }, ({ value }, column) => {
      cells[column - 1] = cellText(value);
    });
    rows.push(cells);
  });
  const [heading = [], ...body] = rows;
  return body.map((cells) => Object.fromEntries(heading.map((name, n) => [name, cells[n] ?? ''])));
};
