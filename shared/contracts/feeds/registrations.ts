import { parseLegalForm } from '#shared/domain/vietnamese/legal-form.ts';
import { MOST_PEOPLE } from '#shared/domain/identity/registration.ts';
import { columnList, type Reader } from './column.ts';
import type { FeedRecord } from './feed-record.ts';
import type { Layout } from './layout.ts';
import { readValues } from './read-values.ts';
import { readEmail, readPhone } from './values/contact.ts';
import { readBirthDate, readDate } from './values/dates.ts';
import { readDigits } from './values/digits.ts';
import { DOCUMENT_TYPES_ALLOWED, numberByType, readDocumentType } from './values/document.ts';
import { NAMES_OF_ENTERPRISE_CODE, readEnterpriseCode } from './values/enterprise.ts';
import { moneyOfHeading, readCount } from './values/numbers.ts';
import { readGender, readIndustry, readNationality, readRole, ROLES_ALLOWED } from './values/person.ts';
import { memoisedReader } from './values/memoised-reader.ts';
import { readNameOrAddress, readPersonName, unicodeText } from './values/text.ts';

/** An unknown legal form keeps its text, so that the company still counts. */
export const readLegalForm: Reader<string> = memoisedReader((cell, font) => ({
  ok: true,
  value: parseLegalForm(unicodeText(cell, font)) ?? unicodeText(cell, font),
}));

const { columns, needed, optional, wanted } = columnList();

/** The columns of a company, in the order of the form. */
export const COMPANY = {
  enterpriseCode: needed('enterpriseCode', 'Mã số doanh nghiệp', readEnterpriseCode, {
    shared: true,
    aliases: [...NAMES_OF_ENTERPRISE_CODE, 'Mã số doanh nghiệp/Mã số thuế'],
  }),
  name: needed('name', 'Tên doanh nghiệp', readNameOrAddress, {
    shared: true,
    aliases: ['Tên công ty', 'Tên doanh nghiệp bằng tiếng Việt'],
  }),
  legalForm: needed('legalForm', 'Loại hình doanh nghiệp', readLegalForm, {
    shared: true,
    aliases: ['Loại hình', 'Loại doanh nghiệp'],
  }),
  registeredOn: needed('registeredOn', 'Ngày đăng ký', readDate, {
    past: true,
    holds: 'day',
    shared: true,
    aliases: ['Ngày đăng ký doanh nghiệp', 'Ngày ĐKKD', 'Ngày thành lập', 'Ngày cấp GCN', 'Ngày đăng ký lần đầu'],
  }),
  headOfficeAddress: needed('headOfficeAddress', 'Địa chỉ trụ sở', readNameOrAddress, {
    shared: true,
    aliases: ['Địa chỉ trụ sở chính', 'Trụ sở chính', 'Trụ sở', 'Địa chỉ'],
  }),
  mainIndustryCode: wanted('mainIndustryCode', 'Ngành nghề chính', readIndustry, {
    shared: true,
    aliases: ['Mã ngành', 'Ngành chính', 'Mã ngành nghề chính', 'Mã ngành chính', 'Ngành nghề kinh doanh chính'],
  }),
  charterCapital: needed('charterCapital', 'Vốn điều lệ', moneyOfHeading, {
    holds: 'money',
    shared: true,
    aliases: ['Vốn', 'Vốn đầu tư', 'Vốn điều lệ/Vốn đầu tư'],
  }),
  plannedEmployees: optional('plannedEmployees', 'Số lao động', readCount, {
    shared: true,
    aliases: ['Số lao động dự kiến', 'Tổng số lao động', 'Lao động', 'Tổng số lao động dự kiến'],
  }),
  householdCode: optional('householdCode', 'Mã hộ kinh doanh chuyển đổi', readEnterpriseCode, {
    rare: true,
    shared: true,
    personal: true,
    aliases: ['Mã số hộ kinh doanh chuyển đổi', 'Chuyển đổi từ hộ kinh doanh', 'Mã số hộ kinh doanh'],
  }),
  phone: wanted('phone', 'Điện thoại', readPhone, {
    shared: true,
    personal: true,
    aliases: ['Số điện thoại', 'Điện thoại doanh nghiệp', 'Điện thoại trụ sở', 'Điện thoại công ty'],
  }),
  email: wanted('email', 'Email', readEmail, {
    shared: true,
    aliases: ['Thư điện tử', 'Địa chỉ email', 'Hộp thư điện tử'],
  }),
};

/** The columns of a person of the company. */
export const PERSON = {
  role: needed('role', 'Vai trò', readRole, {
    allowed: ROLES_ALLOWED,
    aliases: ['Vai trò trong doanh nghiệp', 'Chức danh', 'Chức vụ'],
  }),
  fullName: needed('fullName', 'Họ và tên', readPersonName, {
    aliases: ['Họ và tên người đại diện', 'Tên người đại diện'],
  }),
  dateOfBirth: needed('dateOfBirth', 'Ngày sinh', readBirthDate, {
    past: true,
    holds: 'day',
    aliases: ['Ngày tháng năm sinh', 'Năm sinh', 'NTNS'],
  }),
  gender: wanted('gender', 'Giới tính', readGender, { aliases: ['Phái', 'Nam/Nữ'] }),
  nationality: wanted('nationality', 'Quốc tịch', readNationality),
  documentType: needed('documentType', 'Loại giấy tờ', readDocumentType, {
    allowed: DOCUMENT_TYPES_ALLOWED,
    aliases: ['Loại giấy tờ pháp lý', 'Loại giấy tờ tùy thân'],
  }),
  documentNumber: needed('documentNumber', 'Số giấy tờ', numberByType(readDigits), {
    personal: true,
    aliases: [
      'Số CCCD',
      'Số CCCD/CMND',

      'Số CMND/CCCD',
      'Số định danh cá nhân',
      'Số giấy tờ pháp lý',
      'Số giấy tờ tùy thân',
    ],
  }),
  issuedOn: optional('issuedOn', 'Ngày cấp', readDate, {
    past: true,
    holds: 'day',
    aliases: ['Ngày cấp giấy tờ', 'Ngày cấp CCCD'],
  }),
  personalPhone: wanted('personalPhone', 'Điện thoại cá nhân', readPhone, {
    personal: true,
    aliases: ['Số điện thoại cá nhân', 'Điện thoại người đại diện'],
  }),
};

/** The last column of the form: the day from which the company's other values hold. */
const OF_COMPANY = {
  ...COMPANY,
  amendedOn: optional('amendedOn', 'Ngày thay đổi', readDate, {
    past: true,
    holds: 'day',
    shared: true,
    aliases: ['Ngày đăng ký thay đổi', 'Ngày thay đổi gần nhất', 'Ngày thay đổi nội dung'],
  }),
};

/** One row for each person of a company (hồ sơ đăng ký doanh nghiệp); in JSONL one line a company with its people. */
export const REGISTRATIONS: Layout = {
  rows: 'registrations',
  columns,
  read(row, { today }) {
    const company = readValues(row, OF_COMPANY, today);
    const person = readValues(row, PERSON, today);
    if (row.position >= MOST_PEOPLE) row.reject(COMPANY.enterpriseCode, 'too_many');
    if (company === undefined || person === undefined || row.problems.length > 0) return [];
    const record: FeedRecord = { feed: 'registrations', company, person, position: row.position };
    return [record];
  },
};
