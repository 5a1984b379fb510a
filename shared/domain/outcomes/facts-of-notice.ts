import { dayInVietnam, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { COMMUNES_SINCE } from '#shared/domain/vietnamese/data/communes-since.ts';
import type { Notice, NoticeToBank, NoticeToPolice } from '#shared/domain/notification/notice/notice.ts';
import type { OutcomeFact } from './outcome-fact.ts';

/** A fact before its id is made from it. */
export type OutcomeFactWithoutId = Omit<OutcomeFact, 'id'>;

/** What the notice itself doesn't say of the company. */
interface Whereabouts {
  readonly commune?: string | undefined;
  readonly trade?: string | undefined;
}

/** What a notice is about in the ledger: its company, else its account. */
export const caseIdOf = ({ subject, content }: Notice): string => content.enterpriseCode ?? accountCaseId(subject);

export const accountCaseId = (accountRef: string): string => `account#${accountRef}`;

/**
 * What one state of a notice says to the ledger. The same state gives the same facts, however often it is asked.
 * @param on the day of the change by the rules' clock
 */
export function factsOfNotice(notice: Notice, on: IsoDate, where: Whereabouts = {}): readonly OutcomeFactWithoutId[] {
  const { receiver, noticeId, sequence, state, changedAt } = notice;
  const base = { caseId: caseIdOf(notice), at: changedAt, by: 'machine', receiver, noticeId } as const;
  if (state !== 'in_force') return [{ ...base, kind: state, on, sequence }];
  const notified = { ...base, kind: 'notified', on, sequence } as const;
  if (notice.receiver !== 'police') return [{ ...notified, ...saidToBank(notice) }];
  const issued = notice.issuedAt;
  // The flag's day and instant come from what every later state of the notice keeps: so it is one fact
  const flagged = { ...base, kind: 'flagged', on: dayInVietnam(new Date(issued)), at: issued } as const;
  return [flagged, { ...notified, ...saidToPolice(notice, where) }];
}

const saidToBank = ({ content: { level, reasonCodes } }: NoticeToBank) => ({ level, reasonCodes });

function saidToPolice({ content }: NoticeToPolice, { commune, trade }: Whereabouts) {
  const { level, findings, ruleSet, score } = content;
  const place = commune === undefined ? {} : { commune, communeSince: COMMUNES_SINCE };
  return { level, rules: findings.map(({ code }) => code), ruleSet, score, ...place, trade };
}
