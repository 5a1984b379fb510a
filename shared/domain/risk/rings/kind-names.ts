import type { SharedKind } from './band.ts';

/** What companies share, as officers read it: short enough for a picture's legend, and the same in tables and sentences. */
export const KIND_NAMES: Readonly<Record<SharedKind, string>> = {
  person: 'Người đứng tên',
  address: 'Trụ sở',
  phone: 'Số điện thoại',
  email: 'Thư điện tử',
  holder: 'Người đứng sau tài khoản',
  agent: 'Người nộp hồ sơ',
  counterparty: 'Tài khoản đối ứng',
  device: 'Thiết bị giao dịch',
  invoice: 'Mua bán hóa đơn',
};
