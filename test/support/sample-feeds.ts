import { codeAt } from './enterprise-codes.ts';

/** The enterprise code of a serial. The codes are far apart, so that two serials of a test never get the same code. */
export const code = (serial: number): string => codeAt(serial, 1000);

const REGISTRATION_HEADINGS =
  'Mã số doanh nghiệp,Tên doanh nghiệp,Loại hình doanh nghiệp,Ngày đăng ký,Địa chỉ trụ sở,Vốn điều lệ,Số lao động,Điện thoại,Vai trò,Họ và tên,Ngày sinh,Giới tính,Loại giấy tờ,Số giấy tờ';

export interface SampleCompany {
  readonly code: string;
  readonly name?: string;
  readonly registeredOn?: string;
  readonly address?: string;
  readonly phone?: string;
  readonly person?: string;
  readonly born?: string;
  readonly document?: string;
  readonly documentType?: string;
}

const registrationRow = (company: SampleCompany): string =>
  [
    company.code,
    company.name ?? 'CÔNG TY TNHH MẪU',
    'Công ty TNHH một thành viên',
    company.registeredOn ?? '15/01/2025',
    `"${company.address ?? 'Số 12, đường Lê Lai, Phường Phố Hiến, Tỉnh Hưng Yên'}"`,
    '1.000.000.000',
    '5',
    company.phone ?? '0912345678',
    'Người đại diện theo pháp luật',
    company.person ?? 'Nguyễn Văn Mẫu',
    company.born ?? '12/03/1985',
    'Nam',
    company.documentType ?? 'CCCD',
    company.document ?? '033085000123',
  ].join(',');

export const registrations = (...companies: SampleCompany[]): string =>
  [REGISTRATION_HEADINGS, ...companies.map(registrationRow)].join('\n');

export const identities = (...rows: string[]): string =>
  [
    'Số giấy tờ,Loại giấy tờ,Họ và tên,Ngày sinh,Giới tính,Trạng thái,Ngày trạng thái,Ngày hết hạn,Số CMND cũ',
    ...rows,
  ].join('\n');

export const activities = (...rows: string[]): string =>
  ['Mã số doanh nghiệp,Loại tín hiệu,Ngày,Giá trị,Kỳ/Ghi chú', ...rows].join('\n');

export const accounts = (...rows: string[]): string =>
  [
    'Ngân hàng,Số tài khoản,Mã số doanh nghiệp,Tên chủ tài khoản,Họ tên người đại diện,Số giấy tờ người đại diện,Số điện thoại,Ngày mở,Trạng thái',
    ...rows,
  ].join('\n');

export const flows = (...rows: string[]): string =>
  ['Ngân hàng,Số tài khoản,Kỳ,Tổng ghi có,Tổng ghi nợ,Số giao dịch,Thời gian lưu tiền trung vị (phút)', ...rows].join(
    '\n',
  );

export const subscribers = (...rows: string[]): string => ['Số điện thoại,Số giấy tờ chủ thuê bao', ...rows].join('\n');

export const listings = (...rows: string[]): string =>
  ['Ngân hàng,Số tài khoản,Mã nghi ngờ,Lý do,Ngày', ...rows].join('\n');
