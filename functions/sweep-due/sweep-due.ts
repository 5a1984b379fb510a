import type { Send } from '#shared/clients/queue.ts';
import { hasCome } from '#shared/domain/risk/awaited.ts';
import type { CompanyTouched, RegistrationRecorded, SweepRequested } from '#shared/contracts/messages.ts';
import type { RulesClock, WireClock } from '#shared/runtime/clock.ts';
import { log } from '#shared/runtime/log.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import type { Notices } from '#shared/tables/notices.ts';
import type { Files } from '#shared/tables/files.ts';
import { readCoverage } from '#shared/tables/read-coverage.ts';
import type { Verifications } from '#shared/tables/verifications.ts';
import { askAnew, type AskAnewPorts } from './ask-anew.ts';
import { reportUnanswered, type UnansweredPorts } from './report-unanswered.ts';
import { reviewNotices, type ReviewPorts } from './review-notices.ts';

export interface SweepDuePorts extends ReviewPorts, UnansweredPorts, AskAnewPorts {
  readonly assessments: Pick<Assessments, 'due' | 'awaiting' | 'page'>;
  readonly files: Pick<Files, 'coverage'>;
  readonly notices: Pick<Notices, 'toReview' | 'pageToReview' | 'waiting'>;
  readonly verifications: Pick<Verifications, 'unsettled'>;
  readonly verify: Send<RegistrationRecorded>;
  readonly assess: Send<CompanyTouched>;
  readonly rulesClock: RulesClock;
  readonly now: WireClock;
}

/**
 * Sends companies on to be looked at again: those that waited for what a feed has now covered, and by the daily clock
 * those whose next check is due. The clock asks for the first too: a reader that died ends no feed's reading. Sending
 * twice does no harm, and a week missed is caught up.
 * The clock also asks which notices still stand, and names whoever left some unanswered; changed settings ask it of all.
 */
export async function sweepDue(request: SweepRequested, ports: SweepDuePorts): Promise<void> {
  if (request.reason === 'settings-changed') return askAnew(request, ports);
  if (request.reason === 'feed-completed' && request.feed === 'identities')
    await send(ports.verify, await ports.verifications.unsettled());
  await send(ports.assess, await companiesFor(request, ports));
  if (request.reason === 'feed-completed') return;
  await reviewNotices(ports.rulesClock.today(), ports);
  await reportUnanswered(ports);
}

async function companiesFor({ reason }: SweepRequested, ports: SweepDuePorts): Promise<readonly string[]> {
  const coverage = await readCoverage(ports.files, ports.now);
  const ready = await ports.assessments.awaiting((awaits) => hasCome(awaits, coverage));
  const due = reason === 'clock' ? await ports.assessments.due(ports.rulesClock.today()) : [];
  return [...new Set([...ready, ...due])];
}

async function send(queue: Send<CompanyTouched>, codes: readonly string[]): Promise<void> {
  await queue(codes.map((enterpriseCode) => ({ enterpriseCode })));
  log('DUE_COMPANIES_SENT', { count: codes.length });
}
