/** What the office may have to put right (làm sạch dữ liệu); nothing of flows or police reasons. */
export const WORKLIST_KINDS = [
  'correction',
  'conflict',
  'repair',
  'expired_document',
  'capital_report_due',
  'address',
  'account_number',
] as const;

export interface WorklistEntry {
  readonly kind: (typeof WORKLIST_KINDS)[number];
  readonly field: string;
  readonly current: string;
  readonly proposed: string;
  /** One Vietnamese sentence. */
  readonly why: string;
}
