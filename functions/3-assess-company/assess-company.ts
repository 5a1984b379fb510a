import { assess } from '#shared/domain/risk/assess.ts';
import type { Assessment } from '#shared/domain/risk/rules/finding.ts';
import { awaitedBy, isNowCovered } from '#shared/domain/risk/awaited.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { assessmentAfterDecision } from '#shared/domain/risk/decision.ts';
import { missingSourcesOf } from '#shared/domain/risk/missing-sources.ts';
import { nextCheckOn } from '#shared/domain/risk/next-check.ts';
import type { Measure } from '#shared/domain/risk/measure.ts';
import { ownSigns } from '#shared/domain/risk/rules/own-signs.ts';
import { type ActivityAnswer, activityOf } from '#shared/domain/risk/activity/activity.ts';
import type { ProvinceCoverage } from '#shared/domain/risk/province/coverage-for.ts';
import {
  hasProvinceProfileChanged,
  usedProvinceProfileOf,
  type ProvinceProfile,
} from '#shared/domain/risk/province/province-profile.ts';
import { companyWorklist } from '#shared/domain/notification/worklist/company-worklist.ts';
import type { SendMessages } from '#shared/clients/queue.ts';
import type { LogEntry } from '#shared/contracts/log-entry.ts';
import type { CompanyTouched } from '#shared/contracts/messages.ts';
import type { ReceivedMessage } from '#shared/runtime/sqs-worker.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import type { AssessedCompany, PackedAssessment } from '#shared/tables/assessment-item.ts';
import { companyDuties } from '#shared/domain/outcomes/clocks/company-duties.ts';
import type { CompanySample } from '#shared/domain/risk/province/company-sample.ts';
import { sampleIn, sampleText } from '#shared/tables/company-sample.ts';
import { byFirstKey } from '#shared/tables/stored-references.ts';
import { taskIdOf } from '#shared/tables/task-id.ts';
import type { Verification } from '#shared/tables/verifications.ts';
import { type GatheredFacts, type GatherPorts, gatherFacts } from './gather-facts.ts';
import { leaveValues, type ShareValuesPorts, shareValues } from './share-values.ts';
import { awaitVerification, type AwaitPorts } from './await-verification.ts';
import { accountsOf, lostAccountsOf, type NotifyPorts, recipientsOf } from './recipients.ts';
import { verdictEntry } from './verdict-entry.ts';
import { type MoneyPorts, recordIncomingMoney } from './record-incoming-money.ts';

export type AssessCompanyPorts = GatherPorts &
  ShareValuesPorts &
  MoneyPorts &
  NotifyPorts &
  AwaitPorts & {
    readonly assessments: Pick<Assessments, 'record' | 'recordGone' | 'remove' | 'markNotified'>;
    /** Sends entries to the verifiable log. */
    readonly enter: SendMessages<LogEntry>;
    readonly now: RealClock;
  };

/** The data that are read once for all companies of a batch of messages. */
export interface BatchContext {
  /** The time at which reading began: the assessment holds for the facts of this instant. */
  readonly gatheredAt: Date;
  readonly asOf: IsoDate;
  readonly measures: readonly Measure[];
  readonly coverage: ProvinceCoverage;
  /** The profile of the whole province; undefined until the first survey of the province. */
  readonly profile: ProvinceProfile | undefined;
  readonly verifications: ReadonlyMap<string, Verification>;
  readonly assessed: ReadonlyMap<string, PackedAssessment>;
}

/** The clocks of a queue and of a function may differ by this much. */
const CLOCK_SKEW_MS = 1000;

/**
 * Another assessment was stored meanwhile whose clock shows later facts, so the message goes back. Clocks differ, so
 * the other may have read its facts earlier, and the values that this one wrote may be older than the stored ones.
 */
class AssessmentOvertaken extends Error {
  override readonly name = 'AssessmentOvertaken';
}

/**
 * Gathers a company's facts, counts the values it shares, applies the rules, stores the verdict, and notifies the
 * recipients. A survey of the province is due where the company's sample has changed, where a kind of rows is covered
 * that was not surveyed yet, and where an earlier run may have been ended before it asked for one.
 * @throws {AssessmentOvertaken}
 */
export async function assessCompany(
  { message: { enterpriseCode, renotify }, again }: ReceivedMessage<CompanyTouched>,
  batch: BatchContext,
  ports: AssessCompanyPorts,
): Promise<'survey-due' | undefined> {
  const before = batch.assessed.get(enterpriseCode)?.whole();
  const verification = batch.verifications.get(enterpriseCode);
  const gathered = await gatherFacts(enterpriseCode, verification, batch, ports);
  if (gathered === 'not-registered') {
    const isFollowed = await leaveValues(enterpriseCode, before && { before: before.links, again }, ports);
    return before && !isFollowed ? forgetCompany(before, batch, ports) : undefined;
  }
  if (gathered === 'not-verified')
    return awaitVerification({ enterpriseCode, renotify }, { before, verification }, ports);
  const { registeredOn } = gathered.facts;
  const member = { enterpriseCode, registeredOn, badSigns: ownSigns(gathered.facts, batch.measures) };
  const { bands, links } = await shareValues(member, gathered.values, { before: before?.links ?? [], again }, ports);
  const { facts, result } = assessSurveyed({ ...gathered.facts, bands }, gathered, batch);
  const answer = activityOf(facts);
  const assessment = assessmentAfterDecision(result, gathered.decision);
  const reasons = reasonsOf(facts, answer, assessment, gathered, { measures: batch.measures, hash: ports.hash });
  const assessed: AssessedCompany = {
    enterpriseCode,
    name: facts.name,
    registeredOn,
    trade: facts.mainIndustryCode,
    gatheredAt: batch.gatheredAt.toISOString(),
    notified: false,
    standsSince: standsSince(reasons.assessmentId, before, ports),
    ...reasons,
    ...(result.verdict === 'flagged' && reasons.verdict !== 'flagged' && { dismissed: true }),
    people: [...gathered.people],
    worklist: companyWorklist(facts, gathered.repairs, {
      answer,
      flagged: reasons.verdict === 'flagged',
    }).filter((entry) => !gathered.settledTasks.has(taskIdOf(entry))),
    links,
    ...(gathered.accountsLeftOut > 0 && { accountsLeftOut: gathered.accountsLeftOut }),
    nextCheckOn: nextCheckOn(facts, gathered.dated, assessment),
    awaits: awaitedBy(facts, assessment),
    unasked: missingSourcesOf(facts),
    sample: sampleText(gathered.sample, usedProvinceProfileOf(facts, gathered.sample), companyDuties(facts)),
  };
  await recordIncomingMoney(assessed, facts, ports);
  if (!(await recordAndNotify(assessed, facts, { before, renotify }, ports)))
    throw await overtaken(enterpriseCode, ports);
  return again || gathered.coverageBeforeSurvey || hasSampleChanged(before, gathered.sample) ? 'survey-due' : undefined;
}

const hasSampleChanged = (before: AssessedCompany | undefined, sample: CompanySample): boolean =>
  contentId(sampleIn(before?.sample)?.sample ?? null) !== contentId(sample);

/** Since when a company's reasons stand: those of an assessment that only comes again stand since it came first. */
const standsSince = (assessmentId: string, before: AssessedCompany | undefined, { now }: AssessCompanyPorts): string =>
  before?.assessmentId === assessmentId ? before.standsSince : now().toISOString();

/**
 * What was not surveyed yet may be missing because an office sends nothing. So a company that missing rows help to flag
 * is assessed without them until then; the survey has it assessed again.
 */
function assessSurveyed(facts: CompanyFacts, { coverageBeforeSurvey: coverage }: GatheredFacts, batch: BatchContext) {
  const of = (one: CompanyFacts) => ({ facts: one, result: assess(one, { measures: batch.measures }) });
  const assessed = of(facts);
  return assessed.result.verdict === 'flagged' && coverage ? of({ ...facts, coverage }) : assessed;
}

/**
 * A company whose registration was taken back is assessed no longer. Those who knew of its assessment are notified
 * before the assessment is deleted, so that a repetition notifies them again.
 * @throws {AssessmentOvertaken}
 */
async function forgetCompany(
  before: AssessedCompany,
  batch: BatchContext,
  ports: AssessCompanyPorts,
): Promise<'survey-due'> {
  const { enterpriseCode, accounts, lostAccounts = [] } = before;
  const assessmentId = contentId({ unregistered: enterpriseCode });
  const gone: AssessedCompany = {
    ...before,
    gatheredAt: batch.gatheredAt.toISOString(),
    notified: false,
    assessmentId,
    standsSince: standsSince(assessmentId, before, ports),
    verdict: 'clear',
    confirmed: false,
    decision: undefined,
    score: 0,
    findings: [],
    worklist: [],
  };
  if (before.assessmentId !== assessmentId) await ports.enter([verdictEntry(gone, before, ports)]);
  if (!(await ports.assessments.recordGone(gone, ports.expiry()))) throw await overtaken(enterpriseCode, ports);
  await ports.notifyPolice([{ enterpriseCode, assessmentId }], ports.settlingSeconds);
  await ports.notifyBanks(
    [...accounts.map(({ accountRef }) => accountRef), ...lostAccounts].map((accountRef) => ({ accountRef })),
    ports.settlingSeconds,
  );
  await ports.assessments.remove(gone);
  return 'survey-due';
}

/** The message of an overtaken run may be deleted already by another run, which was handed the same one. */
async function overtaken(enterpriseCode: string, { assess: ask }: ShareValuesPorts): Promise<AssessmentOvertaken> {
  await ask([{ enterpriseCode }]);
  return new AssessmentOvertaken();
}

/** The findings of the rules, the police's decision on the facts, and an id that is the same for the same reasons. */
function reasonsOf(
  facts: CompanyFacts,
  { activity, reasons }: ActivityAnswer,
  assessment: Assessment,
  { decision }: Pick<GatheredFacts, 'decision'>,
  { measures, hash }: Pick<BatchContext, 'measures'> & Pick<AssessCompanyPorts, 'hash'>,
) {
  const confirmation = decision?.outcome === 'confirmed' ? decision : undefined;
  return {
    assessmentId: contentId(byFirstKey({ people: facts.people, decision, ...assessment, activity }, hash)),
    activity,
    activityReasons: [...reasons],
    verdict: assessment.verdict,
    confirmed: confirmation !== undefined,
    decision: confirmation?.document,
    score: assessment.score,
    findings: assessment.findings.map((finding) => ({ ...finding, evidence: { ...finding.evidence } })),
    accounts: accountsOf(facts, assessment, confirmation, measures),
  };
}

/**
 * Whether the message has nothing left to do: the facts were read after it was sent, everyone concerned was notified,
 * and no feed has since covered what the assessment waited for.
 */
export function isAlreadyHandled(
  { message: { enterpriseCode, renotify }, sentAt, again }: ReceivedMessage<CompanyTouched>,
  { assessed, coverage, profile }: Pick<BatchContext, 'assessed' | 'coverage' | 'profile'>,
): boolean {
  const before = assessed.get(enterpriseCode);
  if (!before || again || renotify) return false;
  const { notified, gatheredAt, awaits, sample: json } = before;
  if (!notified || Date.parse(gatheredAt) <= sentAt.getTime() + CLOCK_SKEW_MS) return false;
  const known = sampleIn(json);
  if (known && profile) return !hasProvinceProfileChanged({ ...known, awaits }, coverage, profile);
  return !isNowCovered(awaits, coverage);
}

/** Whether the assessment was stored; it is not where one of later facts was stored before. */
async function recordAndNotify(
  assessed: AssessedCompany,
  facts: CompanyFacts,
  { before, renotify }: { before: AssessedCompany | undefined } & Pick<CompanyTouched, 'renotify'>,
  ports: AssessCompanyPorts,
): Promise<boolean> {
  const { expiry, assessments } = ports;
  const recipients = recipientsOf(assessed, before, renotify);
  const nobody = recipients.police.length === 0 && recipients.accounts.length === 0;
  // The entry is sent before the assessment is stored, so that the log has every stored verdict
  if (before?.assessmentId !== assessed.assessmentId) await ports.enter([verdictEntry(assessed, before, ports)]);
  // An assessment of later facts is already stored and notifies the recipients
  const lostAccounts = nobody ? undefined : lostAccountsOf(assessed.accounts, before);
  if (!(await assessments.record({ ...assessed, notified: nobody, lostAccounts }, facts, expiry()))) return false;
  if (nobody) return true;
  await ports.notifyPolice(recipients.police, ports.settlingSeconds);
  await ports.notifyBanks(recipients.accounts, ports.settlingSeconds);
  await assessments.markNotified(assessed);
  return true;
}
