import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { Workbook } from '@cj-tech-master/excelts';
import { parse } from 'csv-parse/sync';
import { FEED_FOLDERS } from '#shared/contracts/feeds/feed-record.ts';
import { findInstitution } from '#shared/domain/vietnamese/financial-institution.ts';

/** The cells of a row by their headings, in small letters without marks. */
export type Cells = Readonly<Record<string, string>>;

export interface Row {
  readonly feed: string;
  readonly file: string;
  readonly number: number;
  readonly cells: Cells;
}

export const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replaceAll(/\p{M}/gu, '')
    .replaceAll(/[ĐÐđð]/gu, 'd')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/gu, ' ')
    .trim();

/** The headings that the keys of a JSON line stand for; some keys mean another column in another feed. */
const COMMON =
  'enterpriseCode=ma so doanh nghiep;name=ten doanh nghiep;legalForm=loai hinh doanh nghiep;registeredOn=ngay dang ky;amendedOn=ngay thay doi;headOfficeAddress=dia chi tru so;mainIndustryCode=nganh nghe chinh;charterCapital=von dieu le;plannedEmployees=so lao dong;email=email;role=vai tro;fullName=ho va ten;dateOfBirth=ngay sinh;gender=gioi tinh;nationality=quoc tich;documentType=loai giay to;documentNumber=so giay to;issuedOn=ngay cap;personalPhone=dien thoai ca nhan;permanentAddress=noi thuong tru;statusOn=ngay trang thai;expiresOn=ngay het han;oldNumber=so cmnd cu;status=trang thai;kind=loai tin hieu;date=ngay;value=gia tri;note=ky ghi chu;bank=ngan hang;accountNumber=so tai khoan;holderName=ten chu tai khoan;representativeName=ho ten nguoi dai dien;representativeDocumentNumber=so giay to nguoi dai dien;openedOn=ngay mo;updatedOn=ngay cap nhat;period=ky;credit=tong ghi co;debit=tong ghi no;transactions=so giao dich;medianHoldMinutes=thoi gian luu tien trung vi phut;foreignIpShare=ty le giao dich ip nuoc ngoai;payers=so nguoi chuyen den;shareOfIndividuals=ty le tu ca nhan;code=ma nghi ngo;reason=ly do;counterparty=ma doi ung;device=ma thiet bi;seller=ma so ben ban;buyer=ma so ben mua;total=tong tien';
const KEYS = new Map(COMMON.split(';').map((pair) => pair.split('=') as [string, string]));
const headingOf = (feed: string, key: string): string => {
  if (key === 'phone') return feed === 'registrations' ? 'dien thoai' : 'so dien thoai';
  if (feed === 'subscribers' && key === 'documentNumber') return 'so giay to chu thue bao';
  return KEYS.get(key) ?? key;
};
const ROLES: Readonly<Record<string, string>> = {
  legal_representative: 'Người đại diện theo pháp luật',
  authorised_person: 'Người được ủy quyền',
  member: 'Thành viên/Cổ đông',
  beneficial_owner: 'Chủ sở hữu hưởng lợi',
};

function textOf(value: unknown): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return value === null || value === undefined ? '' : String(value);
}

function cellsOf(feed: string, keyed: Readonly<Record<string, unknown>>): Cells {
  return Object.fromEntries(Object.entries(keyed).map(([key, value]) => [headingOf(feed, key), textOf(value)]));
}

function linesOf(feed: string, line: Readonly<Record<string, unknown>>): Cells[] {
  const { people, ...company } = line;
  const own = cellsOf(feed, company);
  if (!Array.isArray(people)) return [own];
  return people.map((person: Record<string, unknown>) => {
    const cells = cellsOf(feed, person);
    return { ...own, ...cells, 'vai tro': ROLES[cells['vai tro'] ?? ''] ?? cells['vai tro'] ?? '' };
  });
}

/** The object of a JSON line; empty where the line is broken. */
function objectIn(line: string): Readonly<Record<string, unknown>> {
  try {
    return JSON.parse(line) as Record<string, unknown>;
  } catch {
    return {};
  }
}

const ENDING = /\.(csv|jsonl|xlsx)$/u;

/** The form of a file by its ending, and of a compressed one without an ending by its first byte. */
function formOf(name: string, isCompressed: boolean, [first]: Buffer): string | undefined {
  const ending = ENDING.exec(name)?.[1];
  if (ending !== undefined || !isCompressed) return ending;
  return first === 0x7b ? 'jsonl' : first === 0x50 ? 'xlsx' : 'csv';
}

/** The rows of one file by its form; the heading is row 1, and JSON lines count from 1. */
export async function rowsOfFile(file: string, bytes: Buffer): Promise<Row[]> {
  const feed = file.split('/')[0] ?? '';
  const [name, raw] = file.endsWith('.gz') ? [file.slice(0, -3), gunzipSync(bytes)] : [file, bytes];
  const from = (number: number, { 'ngan hang': bank, ...cells }: Cells): Row => ({
    feed,
    file,
    number,
    cells: bank === undefined ? cells : { ...cells, 'ngan hang': findInstitution(bank)?.id ?? bank },
  });
  const form = formOf(name, name !== file, raw);
  if (form === 'jsonl')
    return raw
      .toString('utf8')
      .split('\n')
      .flatMap((line, n) => linesOf(feed, objectIn(line)).map((cells) => from(n + 1, cells)));
  const tables = form === 'xlsx' ? await sheetsOf(raw) : [form === 'csv' ? csvOf(raw) : []];
  return tables.flatMap((table) => {
    // Titles and notes above the headings have no second cell
    const heading = table.findIndex((values) => new Set(values.map(textOf).filter(Boolean)).size > 1);
    const headings = (table[heading] ?? []).map((cell) => plain(textOf(cell)));
    return table.flatMap((values, n) =>
      n <= heading
        ? []
        : [from(n + 1, Object.fromEntries(headings.map((key, at) => [key, textOf(values[at]).trim()])))],
    );
  });
}

function csvOf(raw: Buffer): unknown[][] {
  const text = new TextDecoder(raw[0] === 0xff ? 'utf-16le' : 'utf-8').decode(raw);
  const [first = ''] = text.split('\n');
  const delimiter = [',', ';', '\t'].sort((a, b) => first.split(b).length - first.split(a).length)[0] ?? ',';
  return parse(text, { delimiter, relax_column_count: true });
}

async function sheetsOf(raw: Buffer): Promise<unknown[][][]> {
  const book = new Workbook();
  await book.xlsx.load(raw);
  return book.worksheets.map((sheet) => {
    const table: unknown[][] = [];
    sheet.eachRow((row, number) => {
      table[number - 1] = (row.values as unknown[]).slice(1);
    });
    return Array.from(table, (values) => values ?? []);
  });
}

const FEEDS: ReadonlySet<string> = new Set(FEED_FOLDERS);

/** All files of an inbox, by name. */
export function filesOf(inbox: string): Map<string, Buffer> {
  const files = readdirSync(inbox, { recursive: true, withFileTypes: true }).flatMap((entry) => {
    const name = join(entry.parentPath, entry.name).slice(inbox.length).replace(/^\//u, '');
    return entry.isFile() && FEEDS.has(name.split('/')[0] ?? '') ? [name] : [];
  });
  return new Map(files.sort().map((name) => [name, readFileSync(join(inbox, name))]));
}
