import type { Send } from '#shared/clients/queue.ts';
import type { DeliveryDue } from '#shared/contracts/delivery-due.ts';
import type { VerdictReached } from '#shared/contracts/messages.ts';
import type { RulesClock, WireClock } from '#shared/runtime/clock.ts';
import type { AssessedCompany, Assessments } from '#shared/tables/assessments.ts';
import { bringNotice, noticeIdOf } from '#shared/tables/issue-notice.ts';
import type { Notices } from '#shared/tables/notices.ts';

export interface Ports {
  readonly assessments: Pick<Assessments, 'get'>;
  readonly notices: Pick<Notices, 'get' | 'write'>;
  readonly notifyLater: Send<VerdictReached>;
  readonly deliver: Send<DeliveryDue>;
  readonly settlingSeconds: number;
  readonly rulesClock: RulesClock;
  readonly now: WireClock;
}

const POLICE = 'police';

/** One notice for each flagged company, once its verdict has stood unchanged for the settling time; withdrawn when the flag falls. */
export async function notifyPolice(message: VerdictReached, ports: Ports): Promise<void> {
  const assessed = await ports.assessments.get(message.enterpriseCode);
  // Another assessment has come since, with a message of its own
  if (!assessed || assessed.assessmentId !== message.assessmentId) return;
  const wait = secondsToSettle(assessed, ports);
  if (wait > 0) return ports.notifyLater([message], wait);

  const due = assessed.verdict === 'flagged' ? { content: contentOf(assessed) } : { withdrawnBecause: 'verdict_fell' };
  const notice = await bringNotice(POLICE, noticeIdOf(POLICE, assessed.enterpriseCode), due, ports);
  if (notice?.life === 'issued') await ports.deliver([{ receiver: POLICE, noticeId: notice.noticeId }]);
}

const secondsToSettle = ({ standsSince }: AssessedCompany, { settlingSeconds, now }: Ports) =>
  settlingSeconds - (now().getTime() - Date.parse(standsSince)) / 1000;

const contentOf = ({ enterpriseCode, name, confirmed, score, findings, people }: AssessedCompany) => ({
  enterpriseCode,
  name,
  level: confirmed ? 'act' : 'watch',
  score,
  findings,
  people: people.map(({ role, maskedDocumentNumber, result, fields, documentStatus }) => ({
    role,
    documentNumber: maskedDocumentNumber,
    result,
    fields,
    documentStatus,
  })),
});
