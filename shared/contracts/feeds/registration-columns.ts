import { columnList } from './column.ts';
import { DOCUMENT_TYPES_ALLOWED } from './values/document.ts';
import { ROLES_ALLOWED } from './values/person.ts';

const { columns, add } = columnList();
/** The columns of a registrations file, in the order of the form. */
export const REGISTRATION_COLUMNS = columns;

const shared = { shared: true };
const needed = { required: true };

export const ENTERPRISE_CODE = add('enterpriseCode', 'Mã số doanh nghiệp', {
  ...shared,
  ...needed,
  aliases: ['Mã số DN', 'Mã DN', 'MSDN', 'Mã số thuế', 'MST', 'Mã doanh nghiệp', 'Mã số doanh nghiệp/Mã số thuế'],
});
export const COMPANY_NAME = add('name', 'Tên doanh nghiệp', {
  ...shared,
  ...needed,
  aliases: ['Tên DN', 'Tên công ty', 'Tên doanh nghiệp bằng tiếng Việt'],
});
export const LEGAL_FORM = add('legalForm', 'Loại hình doanh nghiệp', {
  ...shared,
  ...needed,
  aliases: ['Loại hình', 'Loại hình DN', 'Loại doanh nghiệp'],
});
export const REGISTERED_ON = add('registeredOn', 'Ngày đăng ký', {
  holds: 'day',
  ...shared,
  ...needed,
  aliases: ['Ngày đăng ký doanh nghiệp', 'Ngày ĐKKD', 'Ngày thành lập', 'Ngày cấp GCN', 'Ngày đăng ký lần đầu'],
});
export const HEAD_OFFICE_ADDRESS = add('headOfficeAddress', 'Địa chỉ trụ sở', {
  ...shared,
  ...needed,
  aliases: ['Địa chỉ trụ sở chính', 'Trụ sở chính', 'Trụ sở', 'Địa chỉ'],
});
export const MAIN_INDUSTRY = add('mainIndustryCode', 'Ngành nghề chính', {
  ...shared,
  aliases: ['Mã ngành', 'Ngành chính', 'Mã ngành nghề chính', 'Ngành nghề kinh doanh chính', 'Ngành nghề KD chính'],
});
export const CHARTER_CAPITAL = add('charterCapital', 'Vốn điều lệ', {
  holds: 'money',
  ...shared,
  ...needed,
  aliases: ['Vốn', 'Vốn đầu tư', 'Vốn điều lệ/Vốn đầu tư'],
});
export const EMPLOYEES = add('plannedEmployees', 'Số lao động', {
  ...shared,
  aliases: ['Số lao động dự kiến', 'Tổng số lao động', 'Lao động', 'Tổng số lao động dự kiến'],
});
export const HOUSEHOLD_CODE = add('householdCode', 'Mã hộ kinh doanh chuyển đổi', {
  ...shared,
  personal: true,
  aliases: ['Mã số hộ kinh doanh chuyển đổi', 'Chuyển đổi từ hộ kinh doanh', 'Mã số hộ kinh doanh'],
});
export const COMPANY_PHONE = add('phone', 'Điện thoại', {
  ...shared,
  personal: true,
  aliases: ['Số điện thoại', 'ĐT', 'SĐT', 'Điện thoại doanh nghiệp', 'Điện thoại trụ sở', 'Điện thoại công ty'],
});
export const COMPANY_EMAIL = add('email', 'Email', {
  ...shared,
  aliases: ['Thư điện tử', 'Địa chỉ email', 'E-mail', 'Hộp thư điện tử'],
});
export const PERSON_ROLE = add('role', 'Vai trò', {
  ...needed,
  allowed: ROLES_ALLOWED,
  aliases: ['Vai trò trong doanh nghiệp'],
});
export const FULL_NAME = add('fullName', 'Họ và tên', {
  ...needed,
  aliases: ['Họ tên', 'Họ, tên', 'Họ và tên người đại diện', 'Tên người đại diện'],
});
export const DATE_OF_BIRTH = add('dateOfBirth', 'Ngày sinh', {
  holds: 'day',
  ...needed,
  aliases: ['Ngày tháng năm sinh', 'Ngày, tháng, năm sinh', 'Năm sinh', 'NTNS'],
});
export const GENDER = add('gender', 'Giới tính', { aliases: ['Phái', 'Nam/Nữ'] });
export const NATIONALITY = add('nationality', 'Quốc tịch');
export const DOCUMENT_TYPE = add('documentType', 'Loại giấy tờ', {
  ...needed,
  allowed: DOCUMENT_TYPES_ALLOWED,
  aliases: ['Loại GT', 'Loại giấy tờ pháp lý', 'Loại giấy tờ tùy thân'],
});
export const DOCUMENT_NUMBER = add('documentNumber', 'Số giấy tờ', {
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
export const ISSUED_ON = add('issuedOn', 'Ngày cấp', { holds: 'day', aliases: ['Ngày cấp giấy tờ', 'Ngày cấp CCCD'] });
export const PERSONAL_PHONE = add('personalPhone', 'Điện thoại cá nhân', {
  personal: true,
  aliases: ['Số điện thoại cá nhân', 'ĐT cá nhân', 'SĐT cá nhân', 'Điện thoại người đại diện'],
});
export const AMENDED_ON = add('amendedOn', 'Ngày thay đổi', {
  holds: 'day',
  ...shared,
  aliases: ['Ngày đăng ký thay đổi', 'Ngày thay đổi gần nhất', 'Ngày thay đổi nội dung'],
});
