import { Readable } from 'node:stream';
import { readFeed } from '#functions/1-read-file/read-feed.ts';
import type { ReadingContext } from '#functions/1-read-file/judgement/reading-context.ts';
import type { Limits } from '#shared/tabular/limits.ts';
import type { FeedEvent, FeedFolder, FeedRecord } from '#shared/contracts/feeds/feed-record.ts';

export interface Whole {
  readonly events: readonly FeedEvent[];
  readonly records: readonly FeedRecord[];
  readonly accepted: ReadonlyArray<FeedEvent & { type: 'accepted' }>;
  readonly rejected: ReadonlyArray<FeedEvent & { type: 'rejected' }>;
  readonly opened: ReadonlyArray<FeedEvent & { type: 'opened' }>;
}

/** Reads a file of the inbox to its end, with its bytes in pieces of `chunk`. */
export async function readWhole(
  bytes: Buffer | string,
  folder: FeedFolder,
  fileName: string,
  options: ReadingContext & { sender?: string | undefined; today?: string; chunk?: number; limits?: Limits } = {},
): Promise<Whole> {
  const buffer = Buffer.isBuffer(bytes) ? bytes : Buffer.from(bytes, 'utf8');
  const source = { folder, fileName, today: options.today ?? '2025-12-31', sender: options.sender };
  const events: FeedEvent[] = [];
  for await (const some of readFeed(streamInPieces(buffer, options.chunk ?? 64 * 1024), source, options))
    events.push(...some);
  const accepted = events.filter((event) => event.type === 'accepted');
  return {
    events,
    accepted,
    records: accepted.flatMap((event) => event.records),
    rejected: events.filter((event) => event.type === 'rejected'),
    opened: events.filter((event) => event.type === 'opened'),
  };
}

export function streamInPieces(buffer: Buffer, size: number): Readable {
  const count = Math.ceil(buffer.length / size);
  return Readable.from(Array.from({ length: count }, (_, index) => buffer.subarray(index * size, (index + 1) * size)));
}

export const HEADINGS = [
  'Mã số doanh nghiệp',
  'Tên doanh nghiệp',
  'Loại hình doanh nghiệp',
  'Ngày đăng ký',
  'Địa chỉ trụ sở',
  'Ngành nghề chính',
  'Vốn điều lệ',
  'Số lao động',
  'Điện thoại',
  'Email',
  'Vai trò',
  'Họ và tên',
  'Ngày sinh',
  'Giới tính',
  'Quốc tịch',
  'Loại giấy tờ',
  'Số giấy tờ',
  'Ngày cấp',
  'Điện thoại cá nhân',
] as const;

/** The place of a heading. */
export const placeOf = (heading: (typeof HEADINGS)[number]): number => HEADINGS.indexOf(heading);

/** Whether a cell at the place belongs to the company and not to one of its people. */
export const isOfCompany = (place: number): boolean => place < placeOf('Vai trò');

/** A valid registration row with an invented code and number whose check digits are right. */
const ROW: Readonly<Record<(typeof HEADINGS)[number], string>> = {
  'Mã số doanh nghiệp': '0901150498',
  'Tên doanh nghiệp': 'CÔNG TY TNHH THƯƠNG MẠI XUÂN HƯNG',
  'Loại hình doanh nghiệp': 'Công ty TNHH một thành viên',
  'Ngày đăng ký': '18/08/2024',
  'Địa chỉ trụ sở': 'Số 314, đường Tô Hiệu, Xã Bắc Hải, Huyện Tiền Hải, Tỉnh Thái Bình',
  'Ngành nghề chính': '4711',
  'Vốn điều lệ': '19.000.000.000',
  'Số lao động': '3',
  'Điện thoại': '0764220982',
  Email: 'xuanhung@example.vn',
  'Vai trò': 'Người đại diện theo pháp luật',
  'Họ và tên': 'Huỳnh Văn Kiên',
  'Ngày sinh': '06/09/1988',
  'Giới tính': 'Nam',
  'Quốc tịch': 'Việt Nam',
  'Loại giấy tờ': 'CCCD',
  'Số giấy tờ': '036088213724',
  'Ngày cấp': '01/03/2021',
  'Điện thoại cá nhân': '0764220983',
};

export type ReadRow = Partial<Record<(typeof HEADINGS)[number], string>>;

export function cellsOf(row: ReadRow): string[] {
  return HEADINGS.map((heading) => ({ ...ROW, ...row })[heading]);
}

/** Makes a registrations file; each row is the valid one with some changed cells. */
export function csv(rows: readonly ReadRow[], delimiter = ',', newline = '\r\n'): string {
  return table([[...HEADINGS], ...rows.map(cellsOf)], delimiter, newline);
}

export function table(rows: ReadonlyArray<readonly string[]>, delimiter = ',', newline = '\r\n'): string {
  const quoted = (cell: string): string => (/[",;\t|\r\n]/u.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell);
  return rows.map((row) => row.map(quoted).join(delimiter) + newline).join('');
}
