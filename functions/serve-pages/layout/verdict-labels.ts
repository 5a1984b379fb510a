import type { Verdict } from '#shared/domain/risk/rules/finding.ts';

/** The verdicts, as officers read them. */
export const VERDICT_LABELS: Readonly<Record<Verdict, string>> = {
  clear: 'Bình thường',
  watch: 'Theo dõi',
  flagged: 'Đã báo công an',
};
