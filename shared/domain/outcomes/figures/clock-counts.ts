import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { type ClockStatus, dueOn, clockStatusOf } from '#shared/domain/vietnamese/due-days.ts';
import type { ClockName } from '#shared/domain/vietnamese/legal-clocks.ts';
import type { BankNoticeOutcome, FlagOutcome } from '../case-outcome.ts';
import { inOrderOfEvents, type OutcomeFact } from '../outcome-fact.ts';

/** The number of duties of a deadline by status. */
export type StatusCounts = Readonly<Record<ClockStatus, number>>;

/** The deadlines whose duties can be counted from the ledger's facts. */
export const LEDGER_CLOCKS = [
  'policeAnswer',
  'bankAcknowledgement',
  'bankAnswer',
  'noticeRelease',
  'objectionReview',
] as const satisfies readonly ClockName[];
export type LedgerClock = (typeof LEDGER_CLOCKS)[number];
export type ClockCounts = Readonly<Record<LedgerClock, StatusCounts>>;

const none = (): Record<ClockStatus, number> => ({ due: 0, late: 0, kept: 0, missed: 0 });

/** @param until the last day of the period, on which the status of duties is judged */
export function clockTally(until: IsoDate) {
  const counts = {
    policeAnswer: none(),
    bankAcknowledgement: none(),
    bankAnswer: none(),
    noticeRelease: none(),
    objectionReview: none(),
  };
  // A period has few days and many notices, so results are kept by day
  const dueDays = new Map<string, IsoDate>();
  const add = (clock: LedgerClock, from: IsoDate, doneOn: IsoDate | undefined) => {
    const term = `${clock} ${from}`;
    const due = dueDays.get(term) ?? dueOn(clock, from);
    dueDays.set(term, due);
    counts[clock][clockStatusOf(due, doneOn, until)] += 1;
  };
  return {
    counts: counts satisfies ClockCounts,

    addFlag({ flaggedOn, decisions, withdrawnOn }: FlagOutcome): void {
      add('policeAnswer', flaggedOn, decisions[0]?.on ?? withdrawnOn);
    },

    /** A notice that has ended needs no answer. */
    addNotice({ notifiedOn, acknowledgedOn, answeredOn, endedOn }: BankNoticeOutcome): void {
      add('bankAcknowledgement', notifiedOn, acknowledgedOn ?? endedOn);
      add('bankAnswer', notifiedOn, answeredOn ?? endedOn);
    },

    /**
     * Counts the requests to people in the period, to release a change or to review a notice. A request that is
     * repeated before its answer counts once.
     */
    addAsked(facts: readonly OutcomeFact[], isIn: (on: IsoDate) => boolean): void {
      const known = inOrderOfEvents(facts).filter(({ on }) => on <= until);
      for (const { clock, begins, ends } of ASKED)
        for (const { from, doneOn } of waitsIn(known, begins, ends)) if (isIn(from)) add(clock, from, doneOn);
    },
  };
}

/** A request to a person, with the facts that answer it or make it needless. */
const ASKED: readonly ClockQuestion[] = [
  {
    clock: 'noticeRelease',
    begins: 'proposed',
    ends: new Set(['released', 'refused', 'lapsed', 'notified', 'withdrawn', 'expired']),
  },
  { clock: 'objectionReview', begins: 'objected', ends: new Set(['reviewed', 'withdrawn', 'expired']) },
];

interface ClockQuestion {
  readonly clock: LedgerClock;
  readonly begins: OutcomeFact['kind'];
  readonly ends: ReadonlySet<OutcomeFact['kind']>;
}

interface Wait {
  readonly from: IsoDate;
  readonly doneOn: IsoDate | undefined;
}

/** The requests about each notice, from the first to the end. */
function waitsIn(
  facts: readonly OutcomeFact[],
  begins: OutcomeFact['kind'],
  ends: ClockQuestion['ends'],
): readonly Wait[] {
  const waiting = new Map<string | undefined, IsoDate>();
  const done: Wait[] = [];
  for (const { kind, noticeId, on } of facts) {
    const from = waiting.get(noticeId);
    if (kind === begins) waiting.set(noticeId, from ?? on);
    else if (from !== undefined && ends.has(kind)) {
      done.push({ from, doneOn: on });
      waiting.delete(noticeId);
    }
  }
  return [...done, ...[...waiting.values()].map((from) => ({ from, doneOn: undefined }))];
}
