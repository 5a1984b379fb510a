import type { FeedFolder } from '#shared/contracts/feeds/feed-record.ts';
import { csv, type ReadRow, readWhole, table } from '#test/functions/1-read-file/read-whole.ts';

const HEADINGS: Readonly<Record<string, readonly string[]>> = {
  identities: [
    'Số giấy tờ',
    'Loại giấy tờ',
    'Họ và tên',
    'Ngày sinh',
    'Giới tính',
    'Nơi thường trú',
    'Trạng thái',
    'Ngày trạng thái',
    'Ngày hết hạn',
    'Số CMND cũ',
  ],
  activities: ['Mã số doanh nghiệp', 'Loại tín hiệu', 'Ngày', 'Giá trị', 'Kỳ/Ghi chú'],
  accounts: [
    'Ngân hàng',
    'Số tài khoản',
    'Mã số doanh nghiệp',
    'Tên chủ tài khoản',
    'Họ tên người đại diện',
    'Số giấy tờ người đại diện',
    'Số điện thoại',
    'Ngày mở',
    'Trạng thái',
    'Ngày cập nhật',
  ],
  flows: [
    'Ngân hàng',
    'Số tài khoản',
    'Kỳ',
    'Tổng ghi có',
    'Tổng ghi nợ',
    'Số giao dịch',
    'Thời gian lưu tiền trung vị (phút)',
    'Tỷ lệ giao dịch IP nước ngoài',
    'Số người chuyển đến',
    'Tỷ lệ từ cá nhân',
  ],
  counterparties: ['Ngân hàng', 'Số tài khoản', 'Kỳ', 'Mã đối ứng', 'Tổng ghi nợ', 'Tổng ghi có'],
  devices: ['Ngân hàng', 'Số tài khoản', 'Mã thiết bị', 'Kỳ'],
  invoices: ['Mã số bên bán', 'Mã số bên mua', 'Kỳ', 'Tổng tiền'],
  subscribers: [
    'Số điện thoại',
    'Số giấy tờ chủ thuê bao',
    'Loại thuê bao',
    'Tên chủ thuê bao',
    'Ngày kích hoạt',
    'Trạng thái',
    'Ngày trạng thái',
  ],
  'suspicious-accounts': ['Ngân hàng', 'Số tài khoản', 'Mã nghi ngờ', 'Lý do', 'Ngày'],
};
/** The company of the rows. */
export const CODE = '0901150498';

const FOLDERS: Readonly<Record<string, FeedFolder>> = {
  flows: 'accounts',
  counterparties: 'accounts',
  devices: 'accounts',
  invoices: 'activities',
};

/** Reads one row of a feed: its facts, or the column and code of its rejection. */
export async function one(kind: string, cells: readonly string[], sender?: string) {
  const folder = FOLDERS[kind] ?? (kind as FeedFolder);
  const read = await readWhole(table([HEADINGS[kind] ?? [], cells]), folder, 'a.csv', {
    sender,
  });
  const [rejected] = read.rejected;
  return rejected === undefined ? read.records : [rejected.column, rejected.code];
}
/** Reads a registrations row: its company, or the column and code of its rejection. */
export const registration = async (row: ReadRow) => {
  const read = await readWhole(csv([row]), 'registrations', 'a.csv');
  const [rejected] = read.rejected;
  return rejected === undefined ? read.records[0] : [rejected.column, rejected.code];
};
/** Reads one row of `activities`. */
export const signal = (kind: string, value: string, note = '', date = '20/10/2025') =>
  one('activities', [CODE, kind, date, value, note]);
