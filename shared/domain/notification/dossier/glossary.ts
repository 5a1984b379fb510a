import type { Dossier } from './dossier.ts';
import { ACCOUNT_STATUSES } from './account-statuses.ts';

/** A code or term of a dossier with its meaning. */
export interface Term {
  readonly term: string;
  readonly meaning: string;
}

/** Terms of every dossier; score and weights are explained below the findings. */
const TERMS: readonly Term[] = [
  {
    term: 'Dấu hiệu nguy hiểm của chính doanh nghiệp',
    meaning:
      'Dấu hiệu trong dữ liệu của riêng doanh nghiệp đó về giấy tờ, tài khoản, dòng tiền, hóa đơn hoặc trụ sở, không phải do liên hệ với doanh nghiệp khác, không phải việc không hoạt động hay khai muộn; dấu hiệu nặng được đếm là hai.',
  },
  { term: 'Bản số', meaning: 'Lần thay đổi nội dung của thông báo; chỉ bản có số lớn nhất còn giá trị.' },
  {
    term: 'Tiền thường lưu lại',
    meaning:
      'Số phút từ khi tiền vào đến khi một nửa số tiền đó đã được chuyển đi, do ngân hàng tính cho từng kỳ; của nhiều kỳ, nhiều tài khoản: bình quân theo tiền vào.',
  },
  {
    term: 'SHA-256',
    meaning: 'Mã kiểm tra của tệp: tệp bị sửa một ký tự thì mã khác hẳn; dùng để chứng minh tệp không bị thay đổi.',
  },
];

const DOCUMENT_TYPES: Readonly<Record<string, string>> = {
  CCCD: 'Thẻ căn cước công dân',
  CC: 'Thẻ căn cước',
  CMND: 'Giấy chứng minh nhân dân 9 số',
  HC: 'Hộ chiếu',
};

/** The suspicion codes (mã nghi ngờ) of the State Bank's exchange of suspicious accounts (SIMO, CV 1420/NHNN-TT of 2025). */
const SUSPICIONS: Readonly<Record<string, string>> = {
  1: 'Hồ sơ tài khoản hoặc người đại diện không trùng khớp cơ sở dữ liệu quốc gia',
  2: 'Tài khoản bị quảng cáo, mua, bán, trao đổi trên mạng',
  3: 'Nhận tiền từ nhiều tài khoản rồi chuyển, rút ngay, để lại ít hoặc không có số dư',
  4: 'Hơn 03 giao dịch nhận tiền từ tài khoản trong danh sách nghi ngờ',
  5: 'Trong danh sách cảnh báo của Ngân hàng Nhà nước, cơ quan Công an hoặc cơ quan khác',
  6: 'Giao dịch bất thường, không phù hợp ngành nghề, lịch sử giao dịch',
  7: 'Một địa chỉ MAC của thiết bị giao dịch cho hơn 01 tài khoản',
  8: 'Dấu hiệu khác, có ghi chú',
};

/** The terms that a dossier explains: kinds of documents, and statuses of accounts. */
export function glossaryOf(dossier: Dossier): readonly Term[] {
  const { caseFile, findings, uncounted } = dossier;
  const documents = new Set(caseFile?.people.map(({ declared }) => declared.documentType ?? ''));
  const statuses = new Set(caseFile?.accounts.map(({ register }) => register.status ?? ''));
  const suspicions = new Set(
    [...findings, ...uncounted].flatMap(({ finding }) => String(finding.evidence['suspicions'] ?? '').split(', ')),
  );
  return [
    ...named('Loại giấy tờ', DOCUMENT_TYPES, documents),
    ...named('Trạng thái tài khoản', ACCOUNT_STATUSES, statuses),
    ...named('Mã nghi ngờ', SUSPICIONS, suspicions),
    ...TERMS,
  ];
}

const named = (what: string, names: Readonly<Record<string, string>>, used: ReadonlySet<string>): readonly Term[] =>
  Object.entries(names)
    .filter(([code]) => used.has(code))
    .map(([code, meaning]) => ({ term: `${what} ${code}`, meaning }));
