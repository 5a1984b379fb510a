/**
 * The kinds of signals that an office sends for all companies of its area. Where no company has one, the office does
 * not send that kind.
 */
export const OFFICE_KINDS = ['TO_KHAI_THUE', 'HOA_DON', 'BHXH'] as const;
export type OfficeKind = (typeof OFFICE_KINDS)[number];
