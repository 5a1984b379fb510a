import { addAccountColumns } from './account-columns.ts';
import type { Reader } from './column.ts';
import type { NamedAccount } from './feed-record.ts';
import type { Layout } from './layout.ts';
import { readValues } from './read-values.ts';
import { columnList } from './column.ts';
import type { RowReader } from './row-reader.ts';
import { readAccount } from './values/account.ts';
import { choiceReader } from './values/choice.ts';
import { readPhone } from './values/contact.ts';
import { readDate } from './values/dates.ts';
import { readAnyDocumentNumber } from './values/document.ts';
import { NAMES_OF_ENTERPRISE_CODE, readEnterpriseCode } from './values/enterprise.ts';
import { readNameOrAddress } from './values/text.ts';

const list = columnList();
const { columns, needed, optional, wanted } = list;
const ACCOUNT = addAccountColumns(list);

const readStatus: Reader<string> = choiceReader({
  '1': ['01', 'Đang hoạt động', 'Hoạt động'],
  '2': ['02', 'Tạm ngừng dịch vụ điện tử', 'Tạm ngừng'],
  '3': ['03', 'Tạm khóa'],
  '4': ['04', 'Phong tỏa'],
  '5': ['05', 'Đã đóng', 'Đóng'],
  '99': ['Chưa thu thập'],
});

const ABOUT = {
  enterpriseCode: needed('enterpriseCode', 'Mã số doanh nghiệp', readEnterpriseCode, {
    aliases: NAMES_OF_ENTERPRISE_CODE,
  }),
  holderName: wanted('holderName', 'Tên chủ tài khoản', readNameOrAddress, {
    aliases: ['Chủ tài khoản', 'Tên tài khoản'],
  }),
  representativeName: wanted('representativeName', 'Họ tên người đại diện', readNameOrAddress, {
    aliases: ['Người đại diện', 'Người đại diện theo pháp luật', 'Tên người đại diện'],
  }),
  representativeDocumentNumber: wanted(
    'representativeDocumentNumber',
    'Số giấy tờ người đại diện',
    readAnyDocumentNumber,
    {
      personal: true,
      aliases: ['Số CCCD người đại diện', 'CCCD người đại diện', 'Số CCCD/CMND người đại diện'],
    },
  ),
  phone: wanted('phone', 'Số điện thoại', readPhone, {
    personal: true,
    aliases: ['Điện thoại', 'Số điện thoại đăng ký'],
  }),
  openedOn: optional('openedOn', 'Ngày mở', readDate, {
    past: true,
    holds: 'day',
    aliases: ['Ngày mở tài khoản'],
  }),
  status: optional('status', 'Trạng thái', readStatus, {
    allowed: '1, 2, 3, 4, 5, 99',
    aliases: ['Trạng thái tài khoản', 'Tình trạng', 'Tình trạng tài khoản'],
  }),
  updatedOn: optional('updatedOn', 'Ngày cập nhật', readDate, {
    past: true,
    holds: 'day',
    aliases: ['Cập nhật ngày', 'Ngày cập nhật thông tin'],
  }),
};

const mayLackZeros = ({ accountNumber }: NamedAccount, row: RowReader): boolean =>
  !accountNumber.startsWith('0') && row.hasLostZeros;

/** The register of business accounts (danh sách tài khoản của tổ chức) of a bank or a wallet provider. */
export const ACCOUNTS: Layout = {
  rows: 'accounts',
  columns,
  read(row, source) {
    const account = readAccount(row, ACCOUNT, source);
    const about = readValues(row, ABOUT, source.today);
    if (account === undefined || about === undefined || row.problems.length > 0) return [];
    if (source.holders?.add(account, about.enterpriseCode) === false) {
      row.reject(ACCOUNT.number, 'too_many_holders');
      return [];
    }
    // An account's number has no check digit, so it may lack zeros where other codes of the row do
    const { written = mayLackZeros(account, row) ? 'number' : undefined, ...named } = account;
    return [{ feed: 'accounts', account: { ...named, ...about }, written }];
  },
};
