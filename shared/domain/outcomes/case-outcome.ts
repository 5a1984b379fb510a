import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { bankOf, POLICE } from '#shared/domain/notification/receiver.ts';
import { inOrderOfEvents, type MoneyIn, type OutcomeFact } from './outcome-fact.ts';

/** A decision of the police, and whether it contradicts the one before. */
export interface DecisionOutcome {
  readonly on: IsoDate;
  readonly outcome: 'confirmed' | 'dismissed';
  readonly overturns: boolean;
  readonly isWritten: boolean;
}

/** The outcome of one bank's notice, from its issue to its withdrawal or expiry. */
export interface BankNoticeOutcome {
  readonly bank: string;
  readonly noticeId: string;
  readonly notifiedOn: IsoDate;
  readonly proposedOn: IsoDate | undefined;
  readonly reasonCodes: readonly number[];
  readonly level: OutcomeFact['level'];
  readonly acknowledgedOn: IsoDate | undefined;
  readonly answeredOn: IsoDate | undefined;
  readonly answer: OutcomeFact['answer'];
  readonly endedOn: IsoDate | undefined;
  readonly ended: 'withdrawn' | 'expired' | undefined;
}

/** A flag, from its first to its last day, with everything that followed from it. */
export interface FlagOutcome {
  readonly caseId: string;
  readonly flaggedOn: IsoDate;
  readonly commune: string | undefined;
  readonly communeSince: IsoDate | undefined;
  readonly trade: string | undefined;
  /** The codes of the rules in the police's latest notice. */
  readonly rules: readonly string[];
  readonly ruleSet: string | undefined;
  readonly score: number | undefined;
  readonly acknowledgedOn: IsoDate | undefined;
  readonly decisions: readonly DecisionOutcome[];
  readonly reviewedOn: readonly IsoDate[];
  readonly withdrawnOn: IsoDate | undefined;
}

/** The outcome of a case up to a day. */
export interface CaseOutcome {
  readonly caseId: string;
  readonly flags: readonly FlagOutcome[];
  readonly bankNotices: readonly BankNoticeOutcome[];
  /** The incoming money by month, the oldest first; empty where no bank reported any. */
  readonly months: readonly MoneyIn[];
}

type Writable<T> = { -readonly [K in keyof T]: T[K] };
type OpenFlag = Writable<Omit<FlagOutcome, 'decisions' | 'reviewedOn'>> & {
  decisions: DecisionOutcome[];
  reviewedOn: IsoDate[];
};
type WritableOutcome = Writable<BankNoticeOutcome>;

/** Folds the facts of one case up to the end of a day, independently of their order and of repetitions. */
export function caseOutcome(facts: readonly OutcomeFact[], until: IsoDate): CaseOutcome {
  const flags: OpenFlag[] = [];
  const notices: WritableOutcome[] = [];
  const proposed = new Map<string, IsoDate>();
  let months: readonly MoneyIn[] = [];
  let previous = '';
  for (const fact of inOrderOfEvents(facts)) {
    if (fact.kind === 'money') months = fact.months ?? [];
    const isAgain = `${fact.kind} ${fact.id}` === previous;
    previous = `${fact.kind} ${fact.id}`;
    if (isAgain || fact.kind === 'money' || fact.on > until) continue;
    if (fact.receiver === undefined || fact.receiver === POLICE) takePolice(fact, flags);
    else takeBank(fact, notices, proposed);
  }
  return {
    caseId: facts[0]?.caseId ?? '',
    flags,
    bankNotices: notices,
    months: months.filter(({ period }) => period <= until.slice(0, 7)),
  };
}

function takePolice(fact: OutcomeFact, flags: OpenFlag[]): void {
  const last = flags.at(-1);
  const open = last?.withdrawnOn === undefined ? last : undefined;
  if (fact.kind === 'flagged') {
    if (!open) flags.push(newFlag(fact));
    return;
  }
  // A decision may come after its flag was withdrawn, and still belongs to that flag
  if (!last) return;
  if (fact.kind === 'notified') {
    const { commune, communeSince, trade, rules = [], ruleSet, score } = fact;
    Object.assign(last, { commune, communeSince, trade, rules, ruleSet, score });
  } else if (fact.kind === 'acknowledged') last.acknowledgedOn ??= fact.on;
  else if (fact.kind === 'reviewed') last.reviewedOn.push(fact.on);
  else if (fact.kind === 'withdrawn') last.withdrawnOn ??= fact.on;
  else if (fact.kind === 'confirmed' || fact.kind === 'dismissed') {
    const before = flags.flatMap(({ decisions }) => decisions).at(-1);
    const overturns = before !== undefined && before.outcome !== fact.kind;
    last.decisions.push({ on: fact.on, outcome: fact.kind, overturns, isWritten: fact.isWritten === true });
  }
}

const newFlag = ({ caseId, on }: OutcomeFact): OpenFlag => ({
  caseId,
  flaggedOn: on,
  commune: undefined,
  communeSince: undefined,
  trade: undefined,
  rules: [],
  ruleSet: undefined,
  score: undefined,
  acknowledgedOn: undefined,
  decisions: [],
  reviewedOn: [],
  withdrawnOn: undefined,
});

function takeBank(fact: OutcomeFact, notices: WritableOutcome[], proposed: Map<string, IsoDate>): void {
  const { noticeId = '', receiver = '', kind, on } = fact;
  const last = notices.findLast((one) => one.noticeId === noticeId);
  const open = last?.endedOn === undefined ? last : undefined;
  if (kind === 'proposed' && !open && !proposed.has(noticeId)) proposed.set(noticeId, on);
  else if (kind === 'lapsed') proposed.delete(noticeId);
  else if (kind === 'notified' && open) Object.assign(open, saidIn(fact));
  else if (kind === 'notified') {
    notices.push({
      bank: bankOf(receiver) ?? receiver,
      noticeId,
      notifiedOn: on,
      proposedOn: proposed.get(noticeId),
      ...saidIn(fact),
      acknowledgedOn: undefined,
      answeredOn: undefined,
      answer: undefined,
      endedOn: undefined,
      ended: undefined,
    });
    proposed.delete(noticeId);
  } else if (last) takeReply(fact, last);
}

const saidIn = ({ reasonCodes = [], level }: OutcomeFact) => ({ reasonCodes, level });

function takeReply({ kind, on, answer }: OutcomeFact, notice: WritableOutcome): void {
  // An acknowledgement of a notice's end is no acknowledgement of its request
  if (kind === 'acknowledged' && notice.endedOn === undefined) notice.acknowledgedOn ??= on;
  else if (kind === 'answered') {
    // A receiver that decides has read the notice
    notice.acknowledgedOn ??= on;
    notice.answeredOn ??= on;
    notice.answer = answer;
  } else if (kind === 'withdrawn' || kind === 'expired') {
    notice.endedOn ??= on;
    notice.ended ??= kind;
  }
}
