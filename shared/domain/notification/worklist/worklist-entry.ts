/** The tasks of the office (làm sạch dữ liệu); nothing of flows or police reasons. */
export const WORKLIST_KINDS = [
  'correction',
  'conflict',
  'repair',
  'expired_document',
  'capital_report_due',
  'address',
  'post_check',
  'account_number',
  'script',
] as const;

export interface WorklistEntry {
  readonly kind: (typeof WORKLIST_KINDS)[number];
  readonly field: string;
  readonly current: string;
  readonly proposed: string;
  /** One Vietnamese sentence. */
  readonly why: string;
  /** The person it concerns, where it concerns one. */
  readonly person?: string | undefined;
  /** Where it was read: the file under its feed, and the row as the sheet counts it. */
  readonly file?: string | undefined;
  readonly row?: number | undefined;
}
