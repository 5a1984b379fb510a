import { codeAt } from '#test/support/enterprise-codes.ts';

const HEADINGS =
  'Mã số doanh nghiệp,Tên doanh nghiệp,Loại hình doanh nghiệp,Ngày đăng ký,Địa chỉ trụ sở,Ngành nghề chính,Vốn điều lệ,Số lao động,Điện thoại,Email,Vai trò,Họ và tên,Ngày sinh,Giới tính,Quốc tịch,Loại giấy tờ,Số giấy tờ,Ngày cấp,Điện thoại cá nhân';
const TRADES = ['THƯƠNG MẠI', 'XÂY DỰNG', 'VẬN TẢI', 'CƠ KHÍ', 'THỰC PHẨM', 'CÔNG NGHỆ'];
const NAMES = ['HOÀNG PHÚ', 'ĐÔNG TÂN', 'BẢO THỊNH', 'KHANG LONG', 'VIỆT TÍN', 'AN BÌNH', 'GIA HƯNG'];
const FORMS = [
  'Công ty TNHH một thành viên',
  'Công ty TNHH hai thành viên trở lên',
  'Công ty cổ phần',
  'Doanh nghiệp tư nhân',
];
const STREETS = ['Nguyễn Văn Linh', 'Bạch Đằng', 'Hải Thượng Lãn Ông', 'Phạm Ngũ Lão', 'Lê Lai'];
const COMMUNES = [
  'Xã Liên Phương, Thành phố Hưng Yên',
  'Xã Thủ Sỹ, Huyện Tiên Lữ',
  'Xã Minh Lãng, Huyện Vũ Thư',
  'Xã Vũ An, Huyện Kiến Xương',
];
const FAMILIES = ['Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi'];
const GIVEN = ['Văn Mạnh', 'Thị Hồng Oanh', 'Quang Quân', 'Đình Toàn', 'Ngọc Vân', 'Kim Tâm', 'Đức Lâm'];
/** The houses of an alley. */
const HOUSES = 350;
const ROLES = ['Người đại diện theo pháp luật', 'Thành viên/Cổ đông', 'Người được ủy quyền'];

/**
 * Makes a registrations file with the given number of rows and valid check digits; one company in three has two people, and
 * each company has an address of its own, as in a real file.
 */
export function registrationsCsv(rows: number): string {
  const lines = [`\uFEFF${HEADINGS}`];
  for (let company = 0; lines.length <= rows; company += 1) {
    const own = companyCells(company);
    const people = company % 3 === 0 ? 2 : 1;
    for (let person = 0; person < people && lines.length <= rows; person += 1)
      lines.push(`${own},${personCells(company * 2 + person, person)}`);
  }
  return `${lines.join('\r\n')}\r\n`;
}

const companyCells = (seed: number): string => {
  const address = `"Số ${(seed % HOUSES) + 1}, ngõ ${Math.floor(seed / HOUSES) + 1}, đường ${pick(STREETS, seed)}, ${pick(COMMUNES, seed * 7)}, Tỉnh Hưng Yên, Việt Nam"`;
  const name = `CÔNG TY ${pick(TRADES, seed)} ${pick(NAMES, seed * 3)} ${seed}`;
  const capital = seed % 2 === 0 ? `${(seed % 90) + 1}.000.000.000` : `${(seed % 900) + 1}000000`;
  return [
    codeAt(seed * 3 + 1),
    name,
    pick(FORMS, seed),
    day(seed, 2025),
    address,
    4000 + (seed % 900),
    capital,
    seed % 40,
    phone(seed),
    `cty${seed}@gmail.com`,
  ].join(',');
};

const personCells = (seed: number, index: number): string => {
  const female = seed % 2;
  const year = 1955 + (seed % 45);
  const number = `033${female}${String(year % 100).padStart(2, '0')}${tail(seed, 6)}`;
  return [
    pick(ROLES, index),
    `${pick(FAMILIES, seed)} ${pick(GIVEN, seed * 5)}`,
    day(seed, year),
    female === 1 ? 'Nữ' : 'Nam',
    'Việt Nam',
    'CCCD',
    number,
    '01/03/2021',
    phone(seed + 7),
  ].join(',');
};

const day = (seed: number, year: number): string => `${tail((seed % 28) + 1, 2)}/${tail((seed % 12) + 1, 2)}/${year}`;
const phone = (seed: number): string => `09${tail((seed * 7919) % 100_000_000, 8)}`;
const tail = (value: number, length: number): string => String(value % 10 ** length).padStart(length, '0');
const pick = (from: readonly string[], seed: number): string => from[seed % from.length] ?? '';
