/** The kinds of tasks of the office (làm sạch dữ liệu), none of which concerns flows or police reasons. */
export const WORKLIST_KINDS = [
  'correction',
  'conflict',
  'repair',
  'expired_document',
  'capital_report_due',
  'address',
  'beneficial_owner',
  'post_check',
  'revocation',
  'account_number',
  'script',
  'unread_column',
  'registered_later',
] as const;

export interface WorklistEntry {
  readonly kind: (typeof WORKLIST_KINDS)[number];
  readonly field: string;
  readonly current: string;
  readonly proposed: string;
  /** The task as one Vietnamese sentence. */
  readonly why: string;
  /** The person that the task concerns, if any. */
  readonly person?: string | undefined;
  /** The source: the file under its feed, and the row by the sheet's own numbers. */
  readonly file?: string | undefined;
  readonly row?: number | undefined;
}
