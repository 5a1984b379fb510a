/** The measures that are allowed only when a document directs them (khi có chỉ đạo). */
export const MEASURES = ['suspiciousAccounts', 'accountReview', 'foreignIp'] as const;
export type Measure = (typeof MEASURES)[number];
