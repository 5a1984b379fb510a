/** The measures that are allowed only when a document directs them (khi có chỉ đạo). */
export const MEASURES = ['suspiciousAccounts', 'accountReview', 'foreignIp'] as const;
export type Measure = (typeof MEASURES)[number];

/** The plan's names of the measures. */
export const MEASURE_NAMES: Readonly<Record<Measure, string>> = {
  suspiciousAccounts: 'cơ sở dữ liệu tài khoản, ví điện tử có nghi vấn',
  accountReview: 'rà soát tài khoản có người đại diện không khớp',
  foreignIp: 'phát hiện giao dịch từ địa chỉ IP nước ngoài',
};
