import { addAccountColumns } from './account-columns.ts';
import type { Reader } from './column.ts';
import type { NamedAccount } from './feed-record.ts';
import type { Layout } from './layout.ts';
import { columnList } from './column.ts';
import type { RowReader } from './row-reader.ts';
import { readAccount } from './values/account.ts';
import { choiceReader } from './values/choice.ts';
import { readPhone } from './values/contact.ts';
import { readDate } from './values/dates.ts';
import { readAnyDocumentNumber } from './values/document.ts';
import { readEnterpriseCode } from './values/enterprise.ts';
import { readNameOrAddress } from './values/text.ts';

const list = columnList();
const { columns, add } = list;
const ACCOUNT = addAccountColumns(list);
const needed = { required: true };

const CODE = add('enterpriseCode', 'Mã số doanh nghiệp', {
  ...needed,
  aliases: ['Mã số DN', 'Mã DN', 'MSDN', 'Mã số thuế', 'MST'],
});
const HOLDER = add('holderName', 'Tên chủ tài khoản', { aliases: ['Chủ tài khoản', 'Tên tài khoản', 'Tên TK'] });
const REPRESENTATIVE = add('representativeName', 'Họ tên người đại diện', {
  aliases: ['Họ và tên người đại diện', 'Người đại diện', 'Tên người đại diện'],
});
const REPRESENTATIVE_NUMBER = add('representativeDocumentNumber', 'Số giấy tờ người đại diện', {
  personal: true,
  aliases: ['Số CCCD người đại diện', 'Số giấy tờ của người đại diện', 'CCCD người đại diện'],
});
const PHONE = add('phone', 'Số điện thoại', {
  personal: true,
  aliases: ['Điện thoại', 'SĐT', 'ĐT', 'Số điện thoại đăng ký'],
});
const OPENED = add('openedOn', 'Ngày mở', { holds: 'day', aliases: ['Ngày mở tài khoản', 'Ngày mở TK'] });
const STATUS = add('status', 'Trạng thái', {
  allowed: '1, 2, 3, 4, 5, 99',
  aliases: ['Trạng thái tài khoản', 'Tình trạng'],
});
const UPDATED = add('updatedOn', 'Ngày cập nhật', {
  holds: 'day',
  aliases: ['Cập nhật ngày', 'Ngày cập nhật thông tin'],
});

const readStatus: Reader<string> = choiceReader({
  '1': ['01', 'Đang hoạt động', 'Hoạt động'],
  '2': ['02', 'Tạm ngừng dịch vụ điện tử', 'Tạm ngừng'],
  '3': ['03', 'Tạm khóa'],
  '4': ['04', 'Phong tỏa'],
  '5': ['05', 'Đã đóng', 'Đóng'],
  '99': ['Chưa thu thập'],
});

const mayLackZeros = ({ accountNumber }: NamedAccount, row: RowReader): boolean =>
  !accountNumber.startsWith('0') && row.hasLostZeros;

/** The register of business accounts (danh sách tài khoản của tổ chức) of a bank or a wallet provider. */
export const ACCOUNTS: Layout = {
  rows: 'accounts',
  columns,
  read(row, source) {
    const account = readAccount(row, ACCOUNT, source);
    const enterpriseCode = row.required(CODE, readEnterpriseCode);
    const holderName = row.wanted(HOLDER, readNameOrAddress);
    const representativeName = row.wanted(REPRESENTATIVE, readNameOrAddress);
    const representativeDocumentNumber = row.wanted(REPRESENTATIVE_NUMBER, readAnyDocumentNumber);
    const phone = row.wanted(PHONE, readPhone);
    const openedOn = row.optional(OPENED, readDate);
    const status = row.optional(STATUS, readStatus);
    const updatedOn = row.optional(UPDATED, readDate);
    row.rejectFuture(OPENED, openedOn, source.today);
    row.rejectFuture(UPDATED, updatedOn, source.today);
    if (account === undefined || enterpriseCode === undefined || row.problems.length > 0) return [];
    if (source.holders?.add(account, enterpriseCode) === false) {
      row.reject(ACCOUNT.number, 'too_many_holders');
      return [];
    }
    const about = { holderName, representativeName, representativeDocumentNumber, phone, openedOn, status, updatedOn };
    // An account's number has no check digit, so it may lack zeros where other codes of the row do
    const { written = mayLackZeros(account, row) ? 'number' : undefined, ...named } = account;
    return [{ feed: 'accounts', account: { ...named, enterpriseCode, ...about }, written }];
  },
};
