import { POLICE_STATUSES, type PoliceStatus } from '#shared/domain/identity/police-record.ts';
import type { Reader } from './column.ts';
import type { Layout } from './layout.ts';
import { readValues } from './read-values.ts';
import { columnList } from './column.ts';
import { choiceReader } from './values/choice.ts';
import { readBirthDate, readExpiry, readDate } from './values/dates.ts';
import { DOCUMENT_TYPES_ALLOWED, numberByType, readAnyDocumentNumber, readDocumentType } from './values/document.ts';
import { readGender } from './values/person.ts';
import { readNameOrAddress, readPersonName } from './values/text.ts';

const readStatus: Reader<PoliceStatus> = choiceReader<PoliceStatus>({
  BINH_THUONG: ['Bình thường', 'Đang hoạt động', 'Còn hiệu lực'],
  DA_CHET: ['Đã chết', 'Chết', 'Đã mất', 'Đã qua đời'],
  MAT_TICH: ['Mất tích'],
  BAO_MAT_GIAY_TO: ['Báo mất giấy tờ', 'Mất giấy tờ', 'Báo mất'],
  BI_TRUY_NA: ['Bị truy nã', 'Truy nã', 'Đang bị truy nã'],
  SO_DA_HUY: ['Số đã hủy', 'Đã hủy', 'Hủy số'],
});

const { columns, needed, optional, wanted } = columnList();

/** The first column of the form. It is read after the type and the day of birth, on which it depends. */
const NUMBER = needed('documentNumber', 'Số giấy tờ', numberByType(readAnyDocumentNumber), {
  personal: true,
  aliases: [
    'Số CCCD',
    'Số CCCD/CMND',
    'Số định danh',
    'Số định danh cá nhân',
    'Số ĐDCN',
    'CCCD',
    'Số căn cước',
    'Số giấy tờ tùy thân',
  ],
});
const RECORD = {
  documentType: optional('documentType', 'Loại giấy tờ', readDocumentType, {
    allowed: DOCUMENT_TYPES_ALLOWED,
    aliases: ['Loại giấy tờ tùy thân'],
  }),
  fullName: needed('fullName', 'Họ và tên', readPersonName, {
    aliases: ['Họ, chữ đệm và tên', 'Họ, chữ đệm và tên khai sinh'],
  }),
  dateOfBirth: needed('dateOfBirth', 'Ngày sinh', readBirthDate, {
    past: true,
    holds: 'day',
    aliases: ['Ngày tháng năm sinh', 'Năm sinh'],
  }),
  documentNumber: NUMBER,
  gender: wanted('gender', 'Giới tính', readGender, { aliases: ['Nam/Nữ'] }),
  permanentAddress: wanted('permanentAddress', 'Nơi thường trú', readNameOrAddress, {
    aliases: ['Thường trú', 'Địa chỉ thường trú', 'Nơi đăng ký thường trú', 'HKTT', 'Hộ khẩu thường trú'],
  }),
  status: needed('status', 'Trạng thái', readStatus, { allowed: POLICE_STATUSES.join(', '), aliases: ['Tình trạng'] }),
  statusOn: optional('statusOn', 'Ngày trạng thái', readDate, {
    past: true,
    holds: 'day',
    aliases: ['Ngày cập nhật trạng thái', 'Ngày tình trạng'],
  }),
  expiresOn: optional('expiresOn', 'Ngày hết hạn', readExpiry, {
    holds: 'day',
    aliases: ['Có giá trị đến', 'Hết hạn', 'Ngày hết hạn giấy tờ'],
  }),
  oldNumber: wanted('oldNumber', 'Số CMND cũ', readAnyDocumentNumber, {
    personal: true,
    aliases: ['CMND cũ', 'Số CMND', 'Số chứng minh nhân dân cũ', 'Số giấy tờ cũ'],
  }),
};

/** A person of the police extract (trích dữ liệu dân cư). Their old number also identifies them. */
export const IDENTITIES: Layout = {
  rows: 'identities',
  columns,
  read(row, { today }) {
    const record = readValues(row, RECORD, today);
    return record === undefined || row.problems.length > 0 ? [] : [{ feed: 'identities', record }];
  },
};
