import { rowsOf } from '../text/rows-of.ts';

/**
 * The 63 provinces before 01/07/2025: prefix of the personal number (mã tỉnh nơi đăng ký khai sinh) → name then, and code
 * and name of the province it belongs to since (NQ 202/2025/QH15). Prefixes stay valid for ever on numbers already given.
 * Source: thanglequoc/vietnamese-provinces-database v2.4.1 @ fc33b741 and HEAD @ cd580632, MIT.
 */
export interface Province {
  readonly name: string;
  readonly newCode: string;
  readonly newName: string;
}

const ROWS = rowsOf(`
  001: Hà Nội: 01: Hà Nội; 002: Hà Giang: 08: Tuyên Quang; 004: Cao Bằng: 04: Cao Bằng; 006: Bắc Kạn: 19: Thái Nguyên;
  008: Tuyên Quang: 08: Tuyên Quang; 010: Lào Cai: 15: Lào Cai; 011: Điện Biên: 11: Điện Biên;
  012: Lai Châu: 12: Lai Châu; 014: Sơn La: 14: Sơn La; 015: Yên Bái: 15: Lào Cai; 017: Hòa Bình: 25: Phú Thọ;
  019: Thái Nguyên: 19: Thái Nguyên; 020: Lạng Sơn: 20: Lạng Sơn; 022: Quảng Ninh: 22: Quảng Ninh;
  024: Bắc Giang: 24: Bắc Ninh; 025: Phú Thọ: 25: Phú Thọ; 026: Vĩnh Phúc: 25: Phú Thọ; 027: Bắc Ninh: 24: Bắc Ninh;
  030: Hải Dương: 31: Hải Phòng; 031: Hải Phòng: 31: Hải Phòng; 033: Hưng Yên: 33: Hưng Yên;
  034: Thái Bình: 33: Hưng Yên; 035: Hà Nam: 37: Ninh Bình; 036: Nam Định: 37: Ninh Bình;
  037: Ninh Bình: 37: Ninh Bình; 038: Thanh Hóa: 38: Thanh Hóa; 040: Nghệ An: 40: Nghệ An; 042: Hà Tĩnh: 42: Hà Tĩnh;
  044: Quảng Bình: 44: Quảng Trị; 045: Quảng Trị: 44: Quảng Trị; 046: Huế: 46: Huế; 048: Đà Nẵng: 48: Đà Nẵng;
  049: Quảng Nam: 48: Đà Nẵng; 051: Quảng Ngãi: 51: Quảng Ngãi; 052: Bình Định: 52: Gia Lai;
  054: Phú Yên: 66: Đắk Lắk; 056: Khánh Hòa: 56: Khánh Hoà; 058: Ninh Thuận: 56: Khánh Hoà;
  060: Bình Thuận: 68: Lâm Đồng; 062: Kon Tum: 51: Quảng Ngãi; 064: Gia Lai: 52: Gia Lai; 066: Đắk Lắk: 66: Đắk Lắk;
  067: Đắk Nông: 68: Lâm Đồng; 068: Lâm Đồng: 68: Lâm Đồng; 070: Bình Phước: 75: Đồng Nai;
  072: Tây Ninh: 80: Tây Ninh; 074: Bình Dương: 79: Hồ Chí Minh; 075: Đồng Nai: 75: Đồng Nai;
  077: Bà Rịa - Vũng Tàu: 79: Hồ Chí Minh; 079: Hồ Chí Minh: 79: Hồ Chí Minh; 080: Long An: 80: Tây Ninh;
  082: Tiền Giang: 82: Đồng Tháp; 083: Bến Tre: 86: Vĩnh Long; 084: Trà Vinh: 86: Vĩnh Long;
  086: Vĩnh Long: 86: Vĩnh Long; 087: Đồng Tháp: 82: Đồng Tháp; 089: An Giang: 91: An Giang;
  091: Kiên Giang: 91: An Giang; 092: Cần Thơ: 92: Cần Thơ; 093: Hậu Giang: 92: Cần Thơ; 094: Sóc Trăng: 92: Cần Thơ;
  095: Bạc Liêu: 96: Cà Mau; 096: Cà Mau: 96: Cà Mau`);

export const PROVINCES: ReadonlyMap<string, Province> = new Map(
  ROWS.map(([prefix = '', name = '', newCode = '', newName = '']) => [prefix, { name, newCode, newName }]),
);
