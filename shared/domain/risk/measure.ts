/** Measures allowed only when directed (khi có chỉ đạo): switches of the stage's configuration. */
export const MEASURES = ['suspiciousAccounts', 'accountReview', 'foreignIp'] as const;
export type Measure = (typeof MEASURES)[number];
