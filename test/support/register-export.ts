import { formatDate } from '#shared/domain/vietnamese/dates.ts';
import { codeAt } from './enterprise-codes.ts';
import { seeded } from './seeded.ts';

/** The headings of the register's own export, in its order. */
export const EXPORT_HEADINGS = [
  'TT',
  'Mã số doanh nghiệp',
  'Tên doanh nghiệp',
  'Địa chỉ trụ sở chính',
  'Quận / Huyện',
  'Vốn điều lệ',
  'Điện thoại',
  'Người đại diện theo pháp luật',
  'Ngành nghề KD chính',
  'Ngành nghề KD',
  'Ngày cấp',
  'Loại hình DN',
] as const;

/** A company as the register knows it. */
export interface ExportedCompany {
  readonly code: string;
  readonly name: string;
  readonly certifiedOn: string;
  readonly representatives: readonly string[];
  readonly cells: readonly string[];
}

const FORMS = [
  ['CÔNG TY TNHH MỘT THÀNH VIÊN', 'Công ty trách nhiệm hữu hạn một thành viên'],
  ['CÔNG TY TNHH', 'Công ty trách nhiệm hữu hạn hai thành viên trở lên'],
  ['CÔNG TY CỔ PHẦN', 'Công ty cổ phần'],
  ['DNTN', 'Doanh nghiệp tư nhân'],
  ['CHI NHÁNH CÔNG TY', 'Chi nhánh'],
] as const;
const SURNAMES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ'] as const;
const GIVEN = ['Văn An', 'Thị Bình', 'Đức Cường', 'Thị Thúy Dung', 'Quang', 'Minh Hải', 'Thị Lan Anh'] as const;
const DISTRICTS = ['Huyện Văn Lâm', 'Thành phố Hưng Yên', 'Huyện Khoái Châu', 'Thị xã Mỹ Hào'] as const;
const INDUSTRIES = [
  '4661:Bán buôn nhiên liệu rắn, lỏng, khí',
  '4100: Xây dựng nhà các loại',
  '0111 - Trồng lúa',
] as const;
const DAYS_FROM = Date.UTC(2001, 0, 1);
const DAY_MS = 86_400_000;

/** Companies with the oddities that such exports have. The same seed gives the same rows. */
export function exportedCompanies(count: number, seed = 1): ExportedCompany[] {
  const random = seeded(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const one = <T>(list: readonly T[]): T => list[below(list.length)] as T;
  return Array.from({ length: count }, (_, n) => {
    const [before, form] = one(FORMS);
    const isBranch = form === 'Chi nhánh';
    const code = codeAt(1000 + n * 7, 1000);
    const name = `${before} ${one(['HƯNG THỊNH', 'AN PHÁT', 'Á CHÂU', '36', 'M&T - SONG ANH'])} ${n}`;
    const person = () => `${one(SURNAMES)} ${one(GIVEN)}`;
    const several = random() < 0.06 ? [person(), `${person()} Hai`] : [person()];
    const representatives = random() < 0.03 ? [] : several;
    const certifiedOn = new Date(DAYS_FROM + below(8700) * DAY_MS).toISOString().slice(0, 10);
    const capital = (1 + below(300)) * 100_000_000;
    const district = one(DISTRICTS);
    return {
      code: isBranch ? `${code}-001` : code,
      name,
      certifiedOn,
      representatives,
      cells: [
        String(n + 1),
        isBranch ? `${code}-001` : code,
        name,
        `${one(['Số 5, đường Lê Lai', 'Thôn Đông', 'Khu công nghiệp Phố Nối A', 'Ô 12 - Lô B'])}, Xã Tân Quang, ${district}, Tỉnh Hưng Yên`,
        one([district, '', district.replace(/^\S+ /u, '')]),
        one([`${capital.toLocaleString('de-DE')} VNĐ`, `${capital.toLocaleString('de-DE')} đồng`, String(capital), '']),
        one(['0221 3861 234', '', '-', '0912.345.678', '02213861234 / 0912345678', 'không có']),
        representatives.length === 0
          ? ''
          : representatives.map((who) => one([who, `Ông ${who}`, who.toUpperCase()])).join(one(['; ', '\n', ', '])),
        one([one(INDUSTRIES), '', '4661']),
        one([INDUSTRIES.join(';'), INDUSTRIES.join('\n'), '']),
        formatDate(certifiedOn),
        one([form, form, '']),
      ],
    };
  });
}
