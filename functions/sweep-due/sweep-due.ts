import type { SendMessages } from '#shared/clients/queue.ts';
import { hasProvinceProfileChanged } from '#shared/domain/risk/province/province-profile.ts';
import { isNowCovered } from '#shared/domain/risk/awaited.ts';
import type { CompanyTouched, RegistrationRecorded, SweepRequested } from '#shared/contracts/messages.ts';
import type { RulesClock, RealClock } from '#shared/runtime/clock.ts';
import { log } from '#shared/runtime/log.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import type { Notices } from '#shared/tables/notices.ts';
import type { Files } from '#shared/tables/files.ts';
import { readCoverage } from '#shared/tables/read-coverage.ts';
import type { Verifications } from '#shared/tables/verifications.ts';
import { requestReassessment, type RequestReassessmentPorts } from './request-reassessment.ts';
import { requestAccountNumbers, type RequestAccountNumbersPorts } from './request-account-numbers.ts';
import { enterSettings, type SettingsPorts } from './enter-settings.ts';
import { reportUnanswered, type UnansweredPorts } from './report-unanswered.ts';
import { reviewNotices, type ReviewPorts } from './review-notices.ts';

export interface SweepDuePorts
  extends ReviewPorts,
    UnansweredPorts,
    RequestReassessmentPorts,
    RequestAccountNumbersPorts,
    SettingsPorts {
  readonly accounts: RequestAccountNumbersPorts['accounts'] & RequestReassessmentPorts['accounts'];
  readonly assessments: Pick<Assessments, 'due' | 'awaiting' | 'page'>;
  readonly files: Pick<Files, 'coverage' | 'profile'>;
  readonly notices: Pick<Notices, 'toReview' | 'pageToReview' | 'waiting'>;
  readonly verifications: Pick<Verifications, 'unsettled'>;
  readonly verify: SendMessages<RegistrationRecorded>;
  readonly assess: SendMessages<CompanyTouched>;
  readonly rulesClock: RulesClock;
  readonly now: RealClock;
}

/**
 * Sends companies to be assessed again: those that waited for days that a feed now covers and, on a call of the daily
 * clock, those whose next check is due. The clock does both, because a crashed reader never announces the end of its
 * feed. A repetition changes nothing, and the next run also does the work of a missed day. The clock also reviews
 * notices near their last day and logs receivers that left notices unanswered. Changed settings
 * and a restored table send all companies and all such notices.
 */
export async function sweepDue(request: SweepRequested, ports: SweepDuePorts): Promise<void> {
  if (request.reason === 'settings-changed' || request.reason === 'table-restored') {
    if (!request.part) await enterSettings(request.by === 'desk' ? 'function:sweep-due' : 'operator', ports);
    return requestReassessment(request, ports);
  }
  if (request.reason === 'feed-completed' && request.feed === 'identities')
    await send(ports.verify, await ports.verifications.unsettled());
  await send(ports.assess, await companiesFor(request, ports));
  if (request.reason === 'feed-completed') return;
  await enterSettings('function:sweep-due', ports);
  await requestAccountNumbers(ports);
  await reviewNotices(ports.rulesClock.today(), ports);
  await reportUnanswered(ports);
}

async function companiesFor({ reason }: SweepRequested, ports: SweepDuePorts): Promise<readonly string[]> {
  const [coverage, surveyed] = await Promise.all([readCoverage(ports.files, ports.now), ports.files.profile()]);
  const profile = surveyed?.profile;
  const ready = await ports.assessments.awaiting((awaits, known) =>
    known && profile
      ? hasProvinceProfileChanged({ ...known, awaits }, coverage, profile)
      : isNowCovered(awaits, coverage),
  );
  const due = reason === 'clock' ? await ports.assessments.due(ports.rulesClock.today()) : [];
  return [...new Set([...ready, ...due])];
}

async function send(queue: SendMessages<CompanyTouched>, codes: readonly string[]): Promise<void> {
  await queue(codes.map((enterpriseCode) => ({ enterpriseCode })));
  log('DUE_COMPANIES_SENT', { count: codes.length });
}
