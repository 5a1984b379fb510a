import type { SharedKind } from './band.ts';

/**
 * The Vietnamese names of the kinds of shared values, short enough for a picture's legend and the same in tables and
 * sentences.
 */
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
