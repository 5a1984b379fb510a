/** The State Bank's suspicion codes (mã nghi ngờ) 1…8. */
export const SUSPICION_LABELS: Readonly<Record<string, string>> = {
  1: 'Hồ sơ hoặc người đại diện không khớp cơ sở dữ liệu quốc gia',
  2: 'Bị quảng cáo, mua, bán, trao đổi trên mạng',
  3: 'Nhận từ nhiều tài khoản rồi chuyển, rút ngay',
  4: 'Giao dịch với tài khoản trong danh sách nghi ngờ',
  5: 'Trong danh sách cảnh báo của cơ quan có thẩm quyền',
  6: 'Giao dịch bất thường, không phù hợp ngành nghề',
  7: 'Một thiết bị dùng cho nhiều tài khoản',
  8: 'Dấu hiệu khác',
};

/** The reasons of a notice in words, each with its code. */
export const reasonsInWords = (codes: readonly number[] = []): string =>
  codes.map((code) => `${SUSPICION_LABELS[code] ?? ''} (mã ${code})`).join('; ');
