import {
  lastDayToAgree,
  type ReleaseMode,
  type TakingBack,
  takingBackState,
} from '#shared/domain/notification/release/release-policy.ts';
import type { RulesClock } from '#shared/runtime/clock.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { StoredTakingBack } from '#shared/tables/takings-back.ts';
import { actorOf, entryOf } from '#shared/contracts/log-entries.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';

/**
 * The log entries of all votes on taking a file back. Entries that are sent twice are recorded once. A file's name may
 * contain personal data, so an entry has only the drop's id.
 */
export const takingBackEntries = ({ file, use, version, askedAt, votes }: StoredTakingBack): LogEntry[] =>
  votes.map(({ officer, outcome, at }) => {
    const says = { feed: file.slice(0, file.indexOf('/')), version, use, outcome };
    const by = actorOf({ officer }, 'office');
    return entryOf({ kind: 'file-released', at, by, says }, { ...says, askedAt });
  });

export interface AgreementPolicy {
  /** How many people must agree before a file that was read is taken back. */
  readonly takingBackPolicy: ReleaseMode;
  readonly rulesClock: Pick<RulesClock, 'today' | 'dayOf'>;
}

/** Whether somebody may still vote on the decision. */
export const isWaiting = (asked: TakingBack, { takingBackPolicy, rulesClock }: AgreementPolicy): boolean =>
  takingBackState(asked, takingBackPolicy) === 'waiting' &&
  rulesClock.today() <= lastDayToAgree(rulesClock.dayOf(new Date(asked.askedAt)));

/** The decision with an id of its state, so that a vote is about exactly the decision that its officer saw. */
export function stateOf(file: string, { use, version, why, askedAt, votes }: TakingBack): StoredTakingBack {
  const cast = votes.map(({ officer, outcome, at }) => ({ officer, outcome, at }));
  const decision = { file, use, version, why, askedAt, votes: cast };
  return { ...decision, revision: contentId(decision) };
}
