import { type Notice, numberToShow } from '#shared/domain/notification/notice/notice.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { hasExpired } from '#shared/domain/notification/notice/next-notice.ts';
import { bankOf, POLICE } from '#shared/domain/notification/receiver.ts';
import { compareText } from './by-text.ts';

/** A line of the receiver's file: the notice as the receiver's feed has it. */
const line = ({ noticeId, sequence, content, issuedAt, expiresOn }: Notice) => ({
  id: noticeId,
  sequence,
  ...content,
  issuedAt,
  expiresOn,
});

/** The subject of an ended notice, without the request. */
const endedLine = (notice: Notice) => ({
  id: notice.noticeId,
  receiver: notice.receiver,
  sequence: notice.sequence,
  enterpriseCode: notice.content.enterpriseCode,
  accountNumber: notice.receiver === POLICE ? undefined : numberToShow(notice.content),
  issuedAt: notice.issuedAt,
});
const withdrawnLine = (notice: Notice) => ({
  ...endedLine(notice),
  why: notice.withdrawnBecause,
  withdrawnAt: notice.changedAt,
});
const expiredLine = (notice: Notice) => ({ ...endedLine(notice), expiresOn: notice.expiresOn });

/** Groups notices into the files of the results: those in force by receiver, the withdrawn ones, and the expired ones. */
export function noticeFiles(notices: readonly Notice[], asOf: IsoDate) {
  const sorted = [...notices].sort(compareText(({ receiver, noticeId }) => `${receiver} ${noticeId}`));
  const stands = (notice: Notice) => notice.state === 'in_force' && !hasExpired(notice, asOf);
  const inForce = sorted.filter(stands);
  const banks = Map.groupBy(
    inForce.filter(({ receiver }) => receiver !== POLICE),
    ({ receiver }) => bankOf(receiver) ?? receiver,
  );
  return {
    police: inForce.filter(({ receiver }) => receiver === POLICE).map(line),
    banks: new Map([...banks].map(([bank, ofBank]) => [bank, ofBank.map(line)])),
    withdrawn: sorted.filter(({ state }) => state === 'withdrawn').map(withdrawnLine),
    expired: sorted.filter((notice) => notice.state !== 'withdrawn' && !stands(notice)).map(expiredLine),
    waitingForNumber: inForce.filter(({ content }) => 'accountNumber' in content && content.accountNumber === null)
      .length,
    handlingStatuses: inForce.map(({ handlingStatus }) => handlingStatus),
  };
}
