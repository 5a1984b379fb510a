import { type Gender, PERSON_ROLES, type PersonRole, ROLE_LABELS } from '#shared/domain/identity/registration.ts';
import type { Reader } from '../column.ts';
import { cellText } from '#shared/tabular/cell.ts';
import { digitsFromSpreadsheet } from '#shared/domain/vietnamese/spreadsheet-number.ts';
import { choiceReader } from './choice.ts';
import { memoisedReader } from './memoised-reader.ts';
import { readText } from './text.ts';

const readOneRole: Reader<PersonRole> = choiceReader<PersonRole>({
  legal_representative: [
    'Người đại diện theo pháp luật',
    'NDDPL',
    'Đại diện theo pháp luật',
    'Người đại diện pháp luật',
    'Đại diện pháp luật',
    'NĐDTPL',
    'Người ĐDTPL',
    'ĐDTPL',
    'Chủ hộ kinh doanh',
    'Chủ hộ',
    // Luật Doanh nghiệp Điều 190 khoản 3
    'Chủ doanh nghiệp tư nhân',
    'Chủ DNTN',
    'Chủ doanh nghiệp',
  ],
  authorised_person: ['Người được ủy quyền', 'Người được uỷ quyền', 'NUQ', 'NĐUQ', 'Được ủy quyền'],
  member: ['Thành viên/Cổ đông', 'TV', 'Thành viên', 'Cổ đông', 'Thành viên góp vốn', 'Cổ đông sáng lập'],
  beneficial_owner: ['Chủ sở hữu hưởng lợi', 'CSHHL'],
  owner: ['Chủ sở hữu', 'CSH', 'Chủ sở hữu công ty'],
  general_partner: ['Thành viên hợp danh', 'TVHD'],
  organisation_representative: [
    'Người đại diện theo ủy quyền',
    'Đại diện theo ủy quyền',
    'Người đại diện phần vốn góp',
  ],
  chair: [
    'Chủ tịch công ty',
    'Chủ tịch',
    'Chủ tịch hội đồng thành viên',
    'Chủ tịch HĐTV',
    'Chủ tịch hội đồng quản trị',
    'Chủ tịch HĐQT',
  ],
  director: ['Giám đốc', 'Tổng giám đốc', 'Giám đốc/Tổng giám đốc', 'Giám đốc điều hành', 'GĐ', 'TGĐ'],
  chief_accountant: ['Kế toán trưởng', 'KTT', 'Phụ trách kế toán', 'Người phụ trách kế toán'],
});
const BETWEEN_ROLES = /\s*(?:[-–,;+&/()]|(?<!\p{L})(?:kiêm|và)(?!\p{L}))\s*/iu;

/** Reads a person's role (vai trò). Of several roles in one cell the first of `PERSON_ROLES` counts, and the cell is reported. */
export const readRole: Reader<PersonRole> = memoisedReader((cell, font) => {
  const one = readOneRole(cell, font);
  if (one.ok) return one;
  const parts = cellText(cell)
    .split(BETWEEN_ROLES)
    .filter((part) => part !== '');
  const roles = parts.flatMap((part) => {
    const read = readOneRole(part, font);
    return read.ok ? [read.value] : [];
  });
  const role = PERSON_ROLES.find((known) => roles.includes(known));
  if (role === undefined || roles.length < parts.length) return one;
  const why = `Ô ghi nhiều vai trò, chỉ lấy “${ROLE_LABELS[role]}”; hãy ghi mỗi vai trò ở một dòng.`;
  return { ok: true, value: role, repair: { proposed: ROLE_LABELS[role], why } };
});
export const ROLES_ALLOWED = Object.values(ROLE_LABELS).join(', ');

/** Reads a person's sex (giới tính). */
export const readGender: Reader<Gender> = choiceReader<Gender>({
  male: ['Nam', 'M', 'Nam giới', 'Trai'],
  female: ['Nữ', 'F', 'Nữ giới', 'Gái'],
});

/** The names of countries whose people found companies here, so that “Việt Nam” and `VN` are the same. */
const COUNTRIES: Readonly<Record<string, readonly string[]>> = {
  VN: ['Việt Nam', 'VNM', 'CHXHCN Việt Nam', 'Vietnamese'],
  CN: ['Trung Quốc', 'CHN', 'China', 'CHND Trung Hoa'],
  KR: ['Hàn Quốc', 'KOR', 'Korea', 'Đại Hàn Dân Quốc'],
  JP: ['Nhật Bản', 'JPN', 'Japan', 'Nhật'],
  TW: ['Đài Loan', 'TWN', 'Taiwan'],
  SG: ['Singapore', 'SGP', 'Xinh-ga-po'],
  HK: ['Hồng Kông', 'HKG', 'Hong Kong'],
  US: ['Hoa Kỳ', 'Mỹ', 'USA', 'United States'],
  TH: ['Thái Lan', 'THA', 'Thailand'],
  MY: ['Malaysia', 'MYS', 'Ma-lai-xi-a'],
  IN: ['Ấn Độ', 'IND', 'India'],
  LA: ['Lào', 'LAO'],
  KH: ['Campuchia', 'KHM', 'Cambodia'],
  FR: ['Pháp', 'FRA', 'France'],
  DE: ['Đức', 'DEU', 'Germany'],
  GB: ['Anh', 'Vương quốc Anh', 'GBR', 'UK'],
  AU: ['Úc', 'Ô-xtrây-li-a', 'AUS', 'Australia'],
  RU: ['Nga', 'Liên bang Nga', 'RUS', 'Russia'],
};
const readCountry = choiceReader(COUNTRIES);

/** Reads a nationality (quốc tịch): the country's two letters where the list has it, otherwise the text. */
export const readNationality: Reader<string> = memoisedReader((cell, font) => {
  const known = readCountry(cell, font);
  return known.ok ? known : readText(cell, font);
});

/** Reads a list of industries such as `4661: Bán buôn nhiên liệu; 4663:…`, of which only the codes are kept, each once. */
export const readIndustries: Reader<string> = (cell) => {
  const codes = [...cellText(cell).matchAll(/(?<![\d.,])\d{4}(?=\s*(?:[:;,(–-]|$))/gu)].flatMap(
    ([text]) => parseIndustryCode(text) ?? [],
  );
  return codes.length === 0 ? { ok: false, code: 'unknown' } : { ok: true, value: [...new Set(codes)].join(', ') };
};

/** Reads an industry code (mã ngành, VSIC) of 4 digits, also with its name after it or its section letter before it. */
export const readIndustry: Reader<string> = memoisedReader((cell) => {
  const text = cellText(cell);
  const code = parseIndustryCode(text);
  if (code === undefined) return { ok: false, code: 'unknown' };
  if (text.includes(code)) return { ok: true, value: code };
  return { ok: true, value: code, repair: { proposed: code, why: 'Mã ngành bị mất số 0 ở đầu, đã thêm lại.' } };
});

/**
 * Reads a VSIC code of level 4 (mã ngành cấp 4, QĐ 36/2025/QĐ-TTg, before 15/11/2025 QĐ 27/2018/QĐ-TTg): four digits,
 * with a restored zero where a spreadsheet dropped it, and without a section letter and the industry's name. Undefined
 * for anything else. The code need not be in a version of the list.
 */
export function parseIndustryCode(text: string): string | undefined {
  const code = /^(?:[A-V][.\s-]?)?(\d{3,4})(?:\s*[-–:(,;.]?\s*\D.*)?$/i.exec(
    digitsFromSpreadsheet(text.trim()) ?? '',
  )?.[1];
  if (code === undefined) return undefined;
  if (code.length === 4) return isDivision(code) ? code : undefined;
  return code <= '399' && !code.startsWith('0') ? `0${code}` : undefined;
}

function isDivision(code: string): boolean {
  return code >= '0100' && code <= '9999';
}
