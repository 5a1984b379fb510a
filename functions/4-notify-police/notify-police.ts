import { POLICE } from '#shared/domain/notification/receiver.ts';
import type { OtherGrounds, RequiredPoliceNotice } from '#shared/domain/notification/notice/reconciled-notice.ts';
import type { OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';
import { factsOfNotice, missingIn } from '#shared/domain/outcomes/facts-of-notice.ts';
import { DISMISSED, BY_ONE_SENDER } from '#shared/domain/notification/states.ts';
import { mustBeDelivered, type Notice } from '#shared/domain/notification/notice/notice.ts';
import type { SendMessages } from '#shared/clients/queue.ts';
import type { DeliveryDue } from '#shared/contracts/delivery-due.ts';
import { noticeEntry } from '#shared/contracts/log-entries.ts';
import type { EnterInLog } from '#shared/contracts/log-entry.ts';
import type { NoticeChanged, VerdictReached } from '#shared/contracts/messages.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { OVERTAKEN, type Overtaken, untilWritten } from '#shared/runtime/until-written.ts';
import { loggedSubject } from '#shared/runtime/party-ref.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import type { AssessedCompany } from '#shared/tables/assessment-item.ts';
import type { Notices } from '#shared/tables/notices.ts';
import type { Outcomes } from '#shared/tables/outcomes.ts';
import { sampleIn } from '#shared/tables/company-sample.ts';
import { type IsReleased, reconcileNotice } from '#shared/use-cases/reconcile-notice.ts';
import { type ContentPorts, noticeContent, peopleOf } from './notice-content.ts';

export interface NotifyPolicePorts extends ContentPorts {
  readonly assessments: Pick<Assessments, 'get' | 'of'>;
  readonly notices: Pick<Notices, 'get' | 'write'>;
  readonly outcomes: Pick<Outcomes, 'record' | 'ofNotice'>;
  readonly isReleased: IsReleased;
  readonly notifyLater: SendMessages<VerdictReached>;
  readonly deliver: SendMessages<DeliveryDue>;
  readonly issueDossier: SendMessages<NoticeChanged>;
  readonly settlingSeconds: number;
  readonly enter: EnterInLog;
  readonly hash: KeyedHash;
  readonly now: RealClock;
}

/**
 * One notice for each flagged company, once its verdict has stood unchanged for the settling time; it is withdrawn when
 * the company is no longer flagged, or no longer assessed because its registration was taken back.
 */
export const notifyPolice = (message: VerdictReached, ports: NotifyPolicePorts): Promise<void> =>
  untilWritten(() => notifyOnce(message, ports));

async function notifyOnce(message: VerdictReached, ports: NotifyPolicePorts): Promise<void | Overtaken> {
  const { enterpriseCode } = message;
  const assessed = await ports.assessments.get(enterpriseCode);
  const { assessmentId } = assessed ?? message;
  const wait = assessed ? secondsToSettle(assessed, ports) : 0;
  if (wait > 0) {
    // A later assessment that flags the company has sent its own message, which is still to come, so this one would do
    // nothing else. One that follows a fallen verdict has not. Once the later one has settled, its message may have been
    // handled just before an earlier try of this one wrote the notice and ended.
    const hasOwnMessage = assessmentId !== message.assessmentId && assessed?.verdict === 'flagged';
    return hasOwnMessage ? undefined : ports.notifyLater([{ enterpriseCode, assessmentId }], wait);
  }

  const enterState = async (notice: Notice, ledger: readonly OutcomeFact[]) => {
    const logged = { ...notice, subject: loggedSubject(notice.subject, ports.hash) };
    await ports.enter([noticeEntry(logged, 'function:4-notify-police')]);
    const on = ports.rulesClock.dayOf(new Date(notice.changedAt));
    const facts = factsOfNotice(notice, on, assessed && whereaboutsOf(assessed));
    await ports.outcomes.record(missingIn(ledger, facts));
  };
  const due = assessed ? await dueOf(assessed, ports) : NOT_REGISTERED;
  const noticeCase = { receiver: POLICE, subject: enterpriseCode, due } as const;
  const reconciled = await reconcileNotice(noticeCase, { ...ports, enterState });
  if (reconciled === OVERTAKEN) return OVERTAKEN;
  const { notice, isWritten } = reconciled;
  // All messages are sent even where the notice did not change, because an earlier try may have ended between writing and
  // sending
  if (notice) {
    const { noticeId, sequence } = notice;
    await ports.issueDossier([{ noticeId, sequence }]);
    if (mustBeDelivered(notice)) await ports.deliver([{ receiver: POLICE, noticeId }]);
  }
  if (!isWritten) return undefined;
  // The message about a later assessment may have been handled before the notice was written, and so have found nothing
  // to do
  const later = await ports.assessments.get(enterpriseCode);
  return later?.assessmentId === assessed?.assessmentId ? undefined : OVERTAKEN;
}

const NOT_REGISTERED: RequiredPoliceNotice = {
  withdrawnBecause: 'not_registered',
  otherGrounds: { fingerprint: contentId('not registered'), suffice: true },
};

const dueOf = async (assessed: AssessedCompany, ports: NotifyPolicePorts): Promise<RequiredPoliceNotice> => ({
  ...(assessed.verdict === 'flagged'
    ? { content: await noticeContent(assessed, ports) }
    : { withdrawnBecause: reasonToWithdraw(assessed) }),
  otherGrounds: otherGroundsOf(assessed),
});

const reasonToWithdraw = ({ dismissed, byOneSender }: AssessedCompany): string => {
  if (dismissed) return DISMISSED;
  return byOneSender ? BY_ONE_SENDER : 'verdict_fell';
};

const whereaboutsOf = ({ sample, trade }: AssessedCompany) => ({
  commune: sampleIn(sample)?.sample.place.commune,
  trade,
});

/** The findings, without the police's decision on them. */
const otherGroundsOf = ({ score, findings, people }: AssessedCompany): OtherGrounds => ({
  fingerprint: contentId({ score, findings, people: peopleOf(people) }),
  suffice: true,
});

const secondsToSettle = ({ standsSince }: AssessedCompany, { settlingSeconds, now }: NotifyPolicePorts) =>
  settlingSeconds - (now().getTime() - Date.parse(standsSince)) / 1000;
