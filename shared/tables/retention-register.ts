import type { TableName } from './table-designs.ts';

/**
 * The basis and the retention of one table's personal data. The tables' modules read `days`;
 * `records` means the days that the stage sets for facts and the data made from them.
 */
export interface RetentionRule {
  readonly basis: string;
  readonly days: number | 'records' | 'never ends';
  /**
   * The effect of an order to erase a person: the person's items are deleted, the person is removed from other items,
   * or the items are kept because of their basis.
   */
  readonly onErasure: 'remove' | 'redact' | 'keep';
}

const PREVENTION =
  'Luật Phòng, chống rửa tiền 2022; Luật Bảo vệ dữ liệu cá nhân 2025 (thực hiện nhiệm vụ của cơ quan nhà nước)';
const EVIDENCE =
  'Luật Lưu trữ 2024: hồ sơ, tài liệu của cơ quan nhà nước; Luật Tố tụng hành chính 2015: chứng cứ của việc khiếu nại';
const AGREEMENT = 'hợp đồng và quy chế phối hợp với từng đơn vị';
const SECURITY = 'an ninh của hệ thống';
const DAYS_A_YEAR = 365;
/** The retention is as long as the log's lock, so that a notice can be shown as long as its proof exists. */
export const NOTICE_KEPT_DAYS = 3653;

/** The register of stored personal data. Every table has a line, and `npm run erase` follows it. */
export const RETENTION_REGISTER = {
  companies: { basis: PREVENTION, days: 'records', onErasure: 'remove' },
  policeRecords: { basis: PREVENTION, days: 'records', onErasure: 'remove' },
  accounts: { basis: PREVENTION, days: 'records', onErasure: 'redact' },
  subscribers: { basis: PREVENTION, days: 'records', onErasure: 'remove' },
  links: { basis: PREVENTION, days: 'records', onErasure: 'remove' },
  verifications: { basis: PREVENTION, days: 'records', onErasure: 'remove' },
  assessments: { basis: PREVENTION, days: 'records', onErasure: 'redact' },
  notices: { basis: EVIDENCE, days: NOTICE_KEPT_DAYS, onErasure: 'keep' },
  replies: { basis: EVIDENCE, days: 'records', onErasure: 'keep' },
  receivers: { basis: AGREEMENT, days: 'never ends', onErasure: 'keep' },
  callers: { basis: AGREEMENT, days: 'never ends', onErasure: 'keep' },
  calls: { basis: SECURITY, days: 1 / 24, onErasure: 'keep' },
  log: { basis: EVIDENCE, days: 'records', onErasure: 'redact' },
  deliveries: { basis: EVIDENCE, days: 2 * DAYS_A_YEAR, onErasure: 'keep' },
  measures: { basis: EVIDENCE, days: 'never ends', onErasure: 'keep' },
  sessions: { basis: SECURITY, days: 1, onErasure: 'keep' },
  files: { basis: SECURITY, days: 'never ends', onErasure: 'keep' },
  takingsBack: { basis: EVIDENCE, days: 'records', onErasure: 'keep' },
  dueMessages: { basis: SECURITY, days: 14, onErasure: 'keep' },
  releases: { basis: EVIDENCE, days: 'records', onErasure: 'keep' },
  caseRecords: { basis: EVIDENCE, days: 'records', onErasure: 'keep' },
  tasks: { basis: EVIDENCE, days: 'records', onErasure: 'remove' },
  outcomes: { basis: EVIDENCE, days: NOTICE_KEPT_DAYS, onErasure: 'keep' },
  reviews: { basis: EVIDENCE, days: NOTICE_KEPT_DAYS, onErasure: 'keep' },
  rejections: { basis: PREVENTION, days: 'records', onErasure: 'remove' },
  parked: { basis: SECURITY, days: 2 * DAYS_A_YEAR, onErasure: 'keep' },
} as const satisfies Readonly<Record<TableName, RetentionRule>>;

const SECONDS_A_DAY = 86_400;
type Fixed = { [N in TableName]: (typeof RETENTION_REGISTER)[N]['days'] extends number ? N : never }[TableName];

/** The expiry of an item whose days the register fixes: whole seconds since 1970. @param from ISO instant */
export const expiryOf = (table: Fixed, from: string): number =>
  Math.floor(Date.parse(from) / 1000) + Math.round(RETENTION_REGISTER[table].days * SECONDS_A_DAY);
