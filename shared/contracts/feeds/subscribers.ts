import type { Layout } from './layout.ts';
import { columnList } from './column.ts';
import { readPhones } from './values/contact.ts';
import { readAnyDocumentNumber } from './values/document.ts';

const { columns, add } = columnList();

const PHONE = add('phone', 'Số điện thoại', {
  required: true,
  personal: true,
  aliases: ['Điện thoại', 'SĐT', 'Số thuê bao', 'Thuê bao', 'ĐT'],
});
const NUMBER = add('documentNumber', 'Số giấy tờ chủ thuê bao', {
  required: true,
  personal: true,
  aliases: ['Số giấy tờ', 'Số CCCD chủ thuê bao', 'Số CCCD', 'Số giấy tờ của chủ thuê bao'],
});

/** The holder of a phone subscription (chủ thuê bao). A cell with two numbers gives two subscriptions. */
export const SUBSCRIBERS: Layout = {
  rows: 'subscribers',
  // These headings show a list of companies or accounts that was dropped here by mistake; its people do not
  // hold its phones
  never: ['Mã số doanh nghiệp', 'enterpriseCode', 'Số tài khoản', 'accountNumber', 'Vai trò'],
  columns,
  read(row) {
    const phones = row.required(PHONE, readPhones);
    const documentNumber = row.required(NUMBER, readAnyDocumentNumber);
    if (phones === undefined || documentNumber === undefined) return [];
    return phones.map((phone) => ({ feed: 'subscribers', phone, documentNumber }));
  },
};
