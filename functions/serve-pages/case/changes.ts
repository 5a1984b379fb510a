import type { PoliceNoticeContent } from '#shared/domain/notification/notice/police-notice-content.ts';
import { LEVEL_LABELS } from '#shared/domain/notification/dossier/wording.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import type { SeenCase } from '#shared/tables/case-records.ts';

const accountKey = ({ bank, accountNumber }: PoliceNoticeContent['accounts'][number]) => `${bank} ${accountNumber}`;

/** The state of a case that a later visit is compared with. */
export const seenStateOf = (
  { score, level, findings, accounts }: PoliceNoticeContent,
  sequence: number,
  at: string,
): SeenCase => ({
  at,
  sequence,
  score,
  level,
  findings: [...new Set(findings.map(({ code }) => code))],
  accounts: accounts.map(accountKey),
});

const figure = (score: number) => String(score).replace('.', ',');

/** Sentences that say what has changed in a case since an officer last saw it; empty where nothing has. */
export function changesSince(before: SeenCase, content: PoliceNoticeContent): string[] {
  const { score, level, findings, accounts } = content;
  const known = new Set(before.findings);
  const now = new Set(findings.map(({ code }) => code));
  const added = [...new Map(findings.filter(({ code }) => !known.has(code)).map((one) => [one.code, one])).values()];
  const gone = before.findings.filter((code) => !now.has(code));
  const seen = new Set(before.accounts);
  const newAccounts = accounts.filter((account) => !seen.has(accountKey(account)));
  return [
    ...(before.score === score ? [] : [`Điểm từ ${figure(before.score)} thành ${figure(score)}.`]),
    ...(before.level === level ? [] : [`Mức nay là “${LEVEL_LABELS[level]}”.`]),
    ...added.map(({ message }) => `Dấu hiệu mới: ${message}`),
    ...(gone.length === 0 ? [] : [`Không còn ${gone.length} dấu hiệu (${gone.join(', ')}).`]),
    ...newAccounts.map(({ bank, accountNumber }) => `Tài khoản mới: ${bankNameOf(bank)}, số ${accountNumber}.`),
  ];
}
