import type { NoticeItem } from '#shared/tables/notices.ts';
import { byText } from './write-lines.ts';

const BANK = 'bank#';

/** A line of the receiver's file: the notice as it stands in its feed. */
const line = ({ noticeId, sequence, content, issuedAt }: NoticeItem) => ({
  id: noticeId,
  sequence,
  ...content,
  issuedAt,
});

const withdrawnLine = ({
  receiver,
  noticeId,
  sequence,
  content,
  withdrawnBecause,
  issuedAt,
  changedAt,
}: NoticeItem) => ({
  id: noticeId,
  receiver,
  sequence,
  enterpriseCode: content['enterpriseCode'],
  accountNumber: content['accountNumber'],
  why: withdrawnBecause,
  issuedAt,
  withdrawnAt: changedAt,
});

/** Notices in force by the file that its receiver reads, and those taken back. */
export function noticeFiles(notices: readonly NoticeItem[]) {
  const sorted = [...notices].sort(byText(({ receiver, noticeId }) => `${receiver} ${noticeId}`));
  const inForce = sorted.filter(({ state }) => state === 'in_force');
  const banks = Map.groupBy(
    inForce.filter(({ receiver }) => receiver.startsWith(BANK)),
    ({ receiver }) => receiver.slice(BANK.length),
  );
  return {
    police: inForce.filter(({ receiver }) => receiver === 'police').map(line),
    banks: new Map([...banks].map(([bank, ofBank]) => [bank, ofBank.map(line)])),
    withdrawn: sorted.filter(({ state }) => state === 'withdrawn').map(withdrawnLine),
  };
}
