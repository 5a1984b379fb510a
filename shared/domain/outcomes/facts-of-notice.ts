import { dayInVietnam, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { COMMUNES_SINCE } from '#shared/domain/vietnamese/data/communes-since.ts';
import type { Notice, NoticeToBank, NoticeToPolice } from '#shared/domain/notification/notice/notice.ts';
import type { OutcomeFact } from './outcome-fact.ts';

/** A fact before its id is made from it. */
export type OutcomeFactWithoutId = Omit<OutcomeFact, 'id'>;

/** The data of the company that the notice does not contain. */
interface Whereabouts {
  readonly commune?: string | undefined;
  readonly trade?: string | undefined;
}

/** The id of a notice's case in the ledger: its company, otherwise its account. */
export const caseIdOf = ({ subject, content }: Notice): string => content.enterpriseCode ?? accountCaseId(subject);

export const accountCaseId = (accountRef: string): string => `account#${accountRef}`;

/**
 * The facts that one state of a notice adds to the ledger. The same state always gives the same facts. @param on the
 * day of the change by the rules' clock
 */
export function factsOfNotice(notice: Notice, on: IsoDate, where: Whereabouts = {}): readonly OutcomeFactWithoutId[] {
  const { receiver, noticeId, sequence, state, changedAt } = notice;
  const base = { caseId: caseIdOf(notice), at: changedAt, by: 'machine', receiver, noticeId } as const;
  if (state !== 'in_force') return [{ ...base, kind: state, on, sequence }];
  const notified = { ...base, kind: 'notified', on, sequence } as const;
  if (notice.receiver !== 'police') return [{ ...notified, ...saidToBank(notice) }];
  const issued = notice.issuedAt;
  // The flag's day and instant are the same in every later state of the notice, so that it is one fact
  const flagged = { ...base, kind: 'flagged', on: dayInVietnam(new Date(issued)), at: issued } as const;
  return [flagged, { ...notified, ...saidToPolice(notice, where) }];
}

/**
 * The facts of a state that the ledger lacks. A state that is entered again may find other whereabouts of its company, or
 * none, and the first ones stay.
 */
export const missingIn = (ledger: readonly OutcomeFact[], facts: readonly OutcomeFactWithoutId[]) =>
  facts.filter((fact) => !ledger.some((known) => isOfOneState(known, fact)));

const isOfOneState = (one: OutcomeFactWithoutId, other: OutcomeFactWithoutId): boolean =>
  one.kind === other.kind && one.noticeId === other.noticeId && one.sequence === other.sequence && one.at === other.at;

const saidToBank = ({ content: { level, reasonCodes } }: NoticeToBank) => ({ level, reasonCodes });

function saidToPolice({ content }: NoticeToPolice, { commune, trade }: Whereabouts) {
  const { level, findings, ruleSet, score } = content;
  const place = commune === undefined ? {} : { commune, communeSince: COMMUNES_SINCE };
  return { level, rules: findings.map(({ code }) => code), ruleSet, score, ...place, trade };
}
