import { parseLegalForm } from '#shared/domain/legal-form.ts';
import type { DeclaredPerson, Registration } from '#shared/domain/registration.ts';
import type { Layout, Reader } from './column.ts';
import { columnList } from './column.ts';
import type { FeedRecord, FeedSource } from './feed-record.ts';
import type { RowReader } from './row-reader.ts';
import { readEmail, readPhone } from './values/contact.ts';
import { readBirthDate, readDate } from './values/dates.ts';
import { readDigits } from './values/digits.ts';
import { DOCUMENT_TYPES_ALLOWED, readDocumentNumber, readDocumentType } from './values/document.ts';
import { readEnterpriseCode } from './values/enterprise.ts';
import { moneyUnder, readCount } from './values/numbers.ts';
import { readGender, readIndustry, readNationality, readRole, ROLES_ALLOWED } from './values/person.ts';
import { remembered } from './values/remembered.ts';
import { readText, unicodeText } from './values/text.ts';

const { columns, add } = columnList();
const shared = { shared: true };
const needed = { required: true };

const CODE = add('enterpriseCode', 'Mã số doanh nghiệp', {
  ...shared,
  ...needed,
  aliases: ['Mã số DN', 'Mã DN', 'MSDN', 'Mã số thuế', 'MST', 'Mã doanh nghiệp', 'Mã số doanh nghiệp/Mã số thuế'],
});
const NAME = add('name', 'Tên doanh nghiệp', {
  ...shared,
  ...needed,
  aliases: ['Tên DN', 'Tên công ty', 'Tên doanh nghiệp bằng tiếng Việt'],
});
const FORM = add('legalForm', 'Loại hình doanh nghiệp', {
  ...shared,
  ...needed,
  aliases: ['Loại hình', 'Loại hình DN', 'Loại doanh nghiệp'],
});
const REGISTERED = add('registeredOn', 'Ngày đăng ký', {
  ...shared,
  ...needed,
  aliases: ['Ngày đăng ký doanh nghiệp', 'Ngày ĐKKD', 'Ngày thành lập', 'Ngày cấp GCN', 'Ngày đăng ký lần đầu'],
});
const ADDRESS = add('headOfficeAddress', 'Địa chỉ trụ sở', {
  ...shared,
  ...needed,
  aliases: ['Địa chỉ trụ sở chính', 'Trụ sở chính', 'Trụ sở', 'Địa chỉ'],
});
const INDUSTRY = add('mainIndustryCode', 'Ngành nghề chính', {
  ...shared,
  aliases: ['Mã ngành', 'Ngành chính', 'Mã ngành nghề chính', 'Ngành nghề kinh doanh chính'],
});
const CAPITAL = add('charterCapital', 'Vốn điều lệ', {
  ...shared,
  ...needed,
  aliases: ['Vốn', 'Vốn đầu tư', 'Vốn điều lệ/Vốn đầu tư'],
});
const EMPLOYEES = add('plannedEmployees', 'Số lao động', {
  ...shared,
  aliases: ['Số lao động dự kiến', 'Tổng số lao động', 'Lao động', 'Tổng số lao động dự kiến'],
});
const PHONE = add('phone', 'Điện thoại', {
  ...shared,
  personal: true,
  aliases: ['Số điện thoại', 'ĐT', 'SĐT', 'Điện thoại doanh nghiệp', 'Điện thoại trụ sở', 'Điện thoại công ty'],
});
const EMAIL = add('email', 'Email', {
  ...shared,
  aliases: ['Thư điện tử', 'Địa chỉ email', 'E-mail', 'Hộp thư điện tử'],
});
const ROLE = add('role', 'Vai trò', { ...needed, allowed: ROLES_ALLOWED, aliases: ['Vai trò trong doanh nghiệp'] });
const FULL_NAME = add('fullName', 'Họ và tên', {
  ...needed,
  aliases: ['Họ tên', 'Họ, tên', 'Họ và tên người đại diện', 'Tên người đại diện'],
});
const BORN = add('dateOfBirth', 'Ngày sinh', {
  ...needed,
  aliases: ['Ngày tháng năm sinh', 'Ngày, tháng, năm sinh', 'Năm sinh', 'NTNS'],
});
const GENDER = add('gender', 'Giới tính', { aliases: ['Phái', 'Nam/Nữ'] });
const NATIONALITY = add('nationality', 'Quốc tịch');
const TYPE = add('documentType', 'Loại giấy tờ', {
  ...needed,
  allowed: DOCUMENT_TYPES_ALLOWED,
  aliases: ['Loại GT', 'Loại giấy tờ pháp lý', 'Loại giấy tờ tùy thân'],
});
const NUMBER = add('documentNumber', 'Số giấy tờ', {
  ...needed,
  personal: true,
  aliases: [
    'Số CCCD',
    'Số CCCD/CMND',
    'Số CMND/CCCD',
    'Số định danh cá nhân',
    'Số giấy tờ pháp lý',
    'Số GT',
    'Số giấy tờ tùy thân',
  ],
});
const ISSUED = add('issuedOn', 'Ngày cấp', { aliases: ['Ngày cấp giấy tờ', 'Ngày cấp CCCD'] });
const OWN_PHONE = add('personalPhone', 'Điện thoại cá nhân', {
  personal: true,
  aliases: ['Số điện thoại cá nhân', 'ĐT cá nhân', 'SĐT cá nhân', 'Điện thoại người đại diện'],
});
const AMENDED = add('amendedOn', 'Ngày thay đổi', {
  ...shared,
  aliases: ['Ngày đăng ký thay đổi', 'Ngày thay đổi gần nhất', 'Ngày thay đổi nội dung'],
});

/** A form that the list doesn't know keeps its own words: the company counts all the same. */
const readLegalForm: Reader<string> = remembered((cell) => ({
  ok: true,
  value: parseLegalForm(unicodeText(cell)) ?? unicodeText(cell),
}));

/** One row for each person of a company (hồ sơ đăng ký doanh nghiệp); in JSONL one line a company with its people. */
export const REGISTRATIONS: Layout = {
  rows: 'registrations',
  columns,
  read(row, source) {
    const company = readCompany(row, source);
    const person = readPerson(row, source);
    if (company === undefined || person === undefined || row.problems.length > 0) return [];
    const record: FeedRecord = { feed: 'registrations', company, person, position: row.position };
    return [record];
  },
};

const readCompany = (row: RowReader, source: FeedSource): Omit<Registration, 'people'> | undefined => {
  const enterpriseCode = row.required(CODE, readEnterpriseCode);
  const name = row.required(NAME, readText);
  const legalForm = row.required(FORM, readLegalForm);
  const registeredOn = row.required(REGISTERED, readDate);
  const headOfficeAddress = row.required(ADDRESS, readText);
  const mainIndustryCode = row.wanted(INDUSTRY, readIndustry);
  const charterCapital = row.required(CAPITAL, moneyUnder(row.heading(CAPITAL)));
  const plannedEmployees = row.optional(EMPLOYEES, readCount);
  const phone = row.wanted(PHONE, readPhone);
  const email = row.wanted(EMAIL, readEmail);
  const amendedOn = row.optional(AMENDED, readDate);
  row.rejectFuture(REGISTERED, registeredOn, source.today);
  row.rejectFuture(AMENDED, amendedOn, source.today);
  if (enterpriseCode === undefined || name === undefined || legalForm === undefined) return undefined;
  if (registeredOn === undefined || headOfficeAddress === undefined || charterCapital === undefined) return undefined;
  return {
    enterpriseCode,
    name,
    legalForm,
    registeredOn,
    amendedOn,
    headOfficeAddress,
    mainIndustryCode,
    charterCapital,
    plannedEmployees,
    phone,
    email,
  };
};

const readPerson = (row: RowReader, source: FeedSource): DeclaredPerson | undefined => {
  const role = row.required(ROLE, readRole);
  const fullName = row.required(FULL_NAME, readText);
  const dateOfBirth = row.required(BORN, readBirthDate);
  const gender = row.wanted(GENDER, readGender);
  const nationality = row.wanted(NATIONALITY, readNationality);
  const documentType = row.required(TYPE, readDocumentType);
  const documentNumber = row.required(
    NUMBER,
    documentType === undefined ? readDigits : (cell) => readDocumentNumber(documentType, cell, dateOfBirth),
  );
  const issuedOn = row.optional(ISSUED, readDate);
  const personalPhone = row.wanted(OWN_PHONE, readPhone);
  row.rejectFuture(BORN, dateOfBirth, source.today);
  row.rejectFuture(ISSUED, issuedOn, source.today);
  if (role === undefined || fullName === undefined || dateOfBirth === undefined) return undefined;
  if (documentType === undefined || documentNumber === undefined) return undefined;
  return { role, fullName, dateOfBirth, gender, nationality, documentType, documentNumber, issuedOn, personalPhone };
};
