import { daysBetween, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { dueOn, clockStatusOf } from '#shared/domain/vietnamese/due-days.ts';
import type { BankNoticeOutcome } from '../case-outcome.ts';
import { type BankFigures, distributionOf } from './outcome-figures.ts';

/** A bank's counts during the tally. */
export interface BankTally {
  notified: number;
  acknowledged: number;
  acted: number;
  rejected: number;
  endedUnanswered: number;
  unanswered: number;
  lateAcknowledged: number;
  lateAnswered: number;
  readonly daysToAcknowledge: number[];
  readonly daysToAnswer: number[];
}

const newTally = (): BankTally => ({
  notified: 0,
  acknowledged: 0,
  acted: 0,
  rejected: 0,
  endedUnanswered: 0,
  unanswered: 0,
  lateAcknowledged: 0,
  lateAnswered: 0,
  daysToAcknowledge: [],
  daysToAnswer: [],
});

/** @param until the last day of the period, on which lateness is judged */
export function addBankNotice(banks: Map<string, BankTally>, notice: BankNoticeOutcome, until: IsoDate): void {
  const bank = banks.get(notice.bank) ?? newTally();
  banks.set(notice.bank, bank);
  const { notifiedOn, acknowledgedOn, answeredOn, answer, endedOn } = notice;
  bank.notified += 1;
  if (acknowledgedOn !== undefined) {
    bank.acknowledged += 1;
    bank.daysToAcknowledge.push(daysBetween(notifiedOn, acknowledgedOn));
  }
  if (answer !== undefined) bank[answer] += 1;
  else if (endedOn === undefined) bank.unanswered += 1;
  else bank.endedUnanswered += 1;
  if (answeredOn !== undefined) bank.daysToAnswer.push(daysBetween(notifiedOn, answeredOn));
  // A notice that has ended needs no answer
  if (isLate(dueOn('bankAcknowledgement', notifiedOn), acknowledgedOn ?? endedOn, until)) bank.lateAcknowledged += 1;
  if (isLate(dueOn('bankAnswer', notifiedOn), answeredOn ?? endedOn, until)) bank.lateAnswered += 1;
}

function isLate(due: IsoDate, doneOn: IsoDate | undefined, until: IsoDate): boolean {
  const status = clockStatusOf(due, doneOn, until);
  return status === 'late' || status === 'missed';
}

export const bankFigures = ({ daysToAcknowledge, daysToAnswer, ...counts }: BankTally): BankFigures => ({
  ...counts,
  daysToAcknowledge: distributionOf(daysToAcknowledge),
  daysToAnswer: distributionOf(daysToAnswer),
});
