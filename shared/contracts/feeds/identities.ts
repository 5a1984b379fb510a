import { POLICE_STATUSES, type PoliceRecord, type PoliceStatus } from '#shared/domain/identity/police-record.ts';
import type { Reader } from './column.ts';
import type { Layout } from './layout.ts';
import { columnList } from './column.ts';
import type { FeedSource } from './feed-record.ts';
import type { RowReader } from './row-reader.ts';
import { choiceReader } from './values/choice.ts';
import { readBirthDate, readExpiry, readDate } from './values/dates.ts';
import {
  DOCUMENT_TYPES_ALLOWED,
  readAnyDocumentNumber,
  readDocumentNumber,
  readDocumentType,
} from './values/document.ts';
import { readGender } from './values/person.ts';
import { readNameOrAddress, readPersonName } from './values/text.ts';

const { columns, add } = columnList();
const needed = { required: true };

const NUMBER = add('documentNumber', 'Số giấy tờ', {
  ...needed,
  personal: true,
  aliases: ['Số CCCD', 'Số định danh', 'Số định danh cá nhân', 'Số ĐDCN', 'CCCD', 'Số căn cước', 'Số giấy tờ tùy thân'],
});
const TYPE = add('documentType', 'Loại giấy tờ', {
  allowed: DOCUMENT_TYPES_ALLOWED,
  aliases: ['Loại GT', 'Loại giấy tờ tùy thân'],
});
const FULL_NAME = add('fullName', 'Họ và tên', {
  ...needed,
  aliases: ['Họ tên', 'Họ, chữ đệm và tên', 'Họ, chữ đệm và tên khai sinh'],
});
const BORN = add('dateOfBirth', 'Ngày sinh', {
  holds: 'day',
  ...needed,
  aliases: ['Ngày tháng năm sinh', 'Ngày, tháng, năm sinh', 'Năm sinh'],
});
const GENDER = add('gender', 'Giới tính', { aliases: ['Nam/Nữ'] });
const ADDRESS = add('permanentAddress', 'Nơi thường trú', {
  aliases: ['Thường trú', 'Địa chỉ thường trú', 'Nơi đăng ký thường trú', 'HKTT', 'Hộ khẩu thường trú'],
});
const STATUS = add('status', 'Trạng thái', { ...needed, allowed: POLICE_STATUSES.join(', '), aliases: ['Tình trạng'] });
const STATUS_ON = add('statusOn', 'Ngày trạng thái', {
  holds: 'day',
  aliases: ['Ngày cập nhật trạng thái', 'Ngày tình trạng'],
});
const EXPIRES = add('expiresOn', 'Ngày hết hạn', {
  holds: 'day',
  aliases: ['Có giá trị đến', 'Hết hạn', 'Ngày hết hạn giấy tờ'],
});
const OLD_NUMBER = add('oldNumber', 'Số CMND cũ', {
  personal: true,
  aliases: ['CMND cũ', 'Số CMND', 'Số chứng minh nhân dân cũ', 'Số giấy tờ cũ'],
});

const readStatus: Reader<PoliceStatus> = choiceReader<PoliceStatus>({
  BINH_THUONG: ['Bình thường', 'Đang hoạt động', 'Còn hiệu lực'],
  DA_CHET: ['Đã chết', 'Chết', 'Đã mất', 'Đã qua đời'],
  MAT_TICH: ['Mất tích'],
  BAO_MAT_GIAY_TO: ['Báo mất giấy tờ', 'Mất giấy tờ', 'Báo mất'],
  BI_TRUY_NA: ['Bị truy nã', 'Truy nã', 'Đang bị truy nã'],
  SO_DA_HUY: ['Số đã hủy', 'Đã hủy', 'Hủy số'],
});

/** A person of the police extract (trích dữ liệu dân cư). Their old number also identifies them. */
export const IDENTITIES: Layout = {
  rows: 'identities',
  columns,
  read(row, source) {
    const record = readRecord(row, source);
    return record === undefined || row.problems.length > 0 ? [] : [{ feed: 'identities', record }];
  },
};

const readRecord = (row: RowReader, source: FeedSource): PoliceRecord | undefined => {
  const documentType = row.optional(TYPE, readDocumentType);
  const fullName = row.required(FULL_NAME, readPersonName);
  const dateOfBirth = row.required(BORN, readBirthDate);
  const documentNumber = row.required(NUMBER, (cell) =>
    documentType === undefined ? readAnyDocumentNumber(cell) : readDocumentNumber(documentType, cell, dateOfBirth),
  );
  const gender = row.wanted(GENDER, readGender);
  const permanentAddress = row.wanted(ADDRESS, readNameOrAddress);
  const status = row.required(STATUS, readStatus);
  const statusOn = row.optional(STATUS_ON, readDate);
  const expiresOn = row.optional(EXPIRES, readExpiry);
  const oldNumber = row.wanted(OLD_NUMBER, readAnyDocumentNumber);
  row.rejectFuture(BORN, dateOfBirth, source.today);
  row.rejectFuture(STATUS_ON, statusOn, source.today);
  if (documentNumber === undefined || fullName === undefined || dateOfBirth === undefined || status === undefined)
    return undefined;
  return {
    documentNumber,
    documentType,
    fullName,
    dateOfBirth,
    gender,
    permanentAddress,
    status,
    statusOn,
    expiresOn,
    oldNumber,
  };
};
