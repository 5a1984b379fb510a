import { awaitedBy } from '#shared/domain/risk/awaited.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { monthsOf } from '#shared/domain/risk/facts/flows.ts';
import { assessmentAfterDecision } from '#shared/domain/risk/decision.ts';
import { missingSourcesOf } from '#shared/domain/risk/missing-sources.ts';
import { nextCheckOn } from '#shared/domain/risk/next-check.ts';
import { leaningOf } from '#shared/domain/risk/senders/counts-alone.ts';
import { leaningSentence } from '#shared/domain/risk/senders/leaning-sentence.ts';
import { heardOf } from '#shared/domain/risk/senders/heard-of.ts';
import { linkMemberOf } from '#shared/domain/risk/senders/link-member.ts';
import { activityOf } from '#shared/domain/risk/activity/activity.ts';
import { ownersDays, ownersStatus } from '#shared/domain/risk/owners/owners-status.ts';
import { valueKey } from '#shared/domain/risk/rings/value-key.ts';
import { companyWorklist } from '#shared/domain/notification/worklist/company-worklist.ts';
import { holdingsWorklist, ownersWorklist } from '#shared/domain/notification/worklist/owners-worklist.ts';
import { revocationDays, revocationWorklist } from '#shared/domain/notification/worklist/revocation.ts';
import type { EnterInLog } from '#shared/contracts/log-entry.ts';
import type { CompanyTouched } from '#shared/contracts/messages.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { log } from '#shared/runtime/log.ts';
import { loggedSubject } from '#shared/runtime/party-ref.ts';
import { OVERTAKEN, type Overtaken, untilWrittenFrom } from '#shared/runtime/until-written.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import type { AssessedCompany } from '#shared/tables/assessment-item.ts';
import type { Outcomes } from '#shared/tables/outcomes.ts';
import type { CompanySample } from '#shared/domain/risk/province/company-sample.ts';
import { sampleIn } from '#shared/tables/company-sample.ts';
import { ownersItem } from '#shared/tables/owners-item.ts';
import { taskIdOf } from '#shared/tables/task-id.ts';
import { type GatherPorts, gatherFacts } from '#shared/use-cases/company-facts/gather-facts.ts';
import { leaveValues, type ShareValuesPorts, shareValues } from './share-values.ts';
import { awaitVerification, type AwaitPorts } from './await-verification.ts';
import { keptSample } from './kept-sample.ts';
import { assessSurveyed } from './assess-surveyed.ts';
import { reasonsOf } from './reasons-of.ts';
import { lostAccountsOf, type NotifyPorts, recipientsOf } from './recipients.ts';
import { type CompaniesAsRead, readCompanies, type ReadCompaniesPorts } from './read-companies.ts';
import { verdictEntry } from './verdict-entry.ts';
import type { StoredList } from './write-links.ts';

export type AssessCompanyPorts = ReadCompaniesPorts &
  GatherPorts &
  ShareValuesPorts &
  NotifyPorts &
  AwaitPorts & {
    readonly assessments: Pick<Assessments, 'record' | 'markNotified'>;
    readonly outcomes: Pick<Outcomes, 'recordMoney'>;
    readonly enter: EnterInLog;
    readonly now: RealClock;
  };

/**
 * Gathers a company's facts, counts the values it shares, applies the rules, stores the verdict, and notifies the
 * recipients. A survey of the province is due where the company's sample has changed, and where a kind of rows is
 * covered that was not surveyed yet.
 */
export function assessCompany(
  message: CompanyTouched,
  batch: CompaniesAsRead,
  ports: AssessCompanyPorts,
): Promise<SurveyDue> {
  return untilWrittenFrom(
    batch,
    () => readCompanies([message.enterpriseCode], ports),
    (asRead) => assessOnce(message, asRead, ports),
  );
}

type SurveyDue = 'survey-due' | undefined;

async function assessOnce(
  { enterpriseCode, renotify }: CompanyTouched,
  asRead: CompaniesAsRead,
  ports: AssessCompanyPorts,
): Promise<SurveyDue | Overtaken> {
  const stored = asRead.assessed.get(enterpriseCode);
  const verification = asRead.verifications.get(enterpriseCode);
  // The verification of its people, once it is stored, has the company assessed
  if (!stored && !verification) return undefined;
  const before = stored?.gone && stored.notified ? undefined : stored;
  const list = asRead.lists.get(enterpriseCode);
  const shares = { list, isDone: stored?.listed === (list?.revision ?? 0) };
  const gathered = await gatherFacts(enterpriseCode, verification, asRead, ports);
  if (gathered === 'not-registered') return forgetCompany({ enterpriseCode, stored, shares }, ports);
  if (gathered === 'not-verified')
    return awaitVerification({ enterpriseCode, renotify }, { before, verification }, ports);
  const { registeredOn } = gathered.facts;
  const member = linkMemberOf(gathered.facts, asRead.measures);
  const shared = await shareValues(member, gathered.values, shares, ports);
  if (shared === OVERTAKEN) return OVERTAKEN;
  const { facts, result } = assessSurveyed({ ...gathered.facts, ...shared.bands }, gathered, before, asRead);
  const leaning = leaningOf(enterpriseCode, result);
  const heard = heardOf(facts, result, member.onlyRegistered === true);
  const sample: CompanySample = { ...gathered.sample, ...(leaning && { leaning }), ...heard };
  const onWhoseWord = leaningSentence(result);
  const isHeld = result.isAlone || result.isDoubted || result.heldDownBy !== undefined;
  if (onWhoseWord !== undefined && onWhoseWord !== before?.onWhoseWord)
    log('LEANS_ON_ONE_SENDER', {
      enterpriseCode: loggedSubject(enterpriseCode, ports.hash),
      sender: (result.leansOn ?? result.heldDownBy ?? []).join(' '),
    });
  const answer = activityOf(facts);
  const owners = ownersStatus(gathered.owners);
  const assessment = assessmentAfterDecision(result, gathered.decision);
  const byOneSender = isHeld && gathered.decision?.outcome !== 'dismissed';
  const reasons = reasonsOf(facts, answer, assessment, gathered, { measures: asRead.measures, hash: ports.hash });
  const judged = { byRules: result.verdict, afterDecision: reasons.verdict, owners };
  const assessed: AssessedCompany = {
    enterpriseCode,
    revision: (stored?.revision ?? 0) + 1,
    name: facts.name,
    registeredOn,
    trade: facts.mainIndustryCode,
    notified: false,
    standsSince: standsSince(reasons.assessmentId, before, ports),
    ...reasons,
    onWhoseWord,
    ...(result.verdict === 'flagged' && reasons.verdict !== 'flagged' && { dismissed: true }),
    ...(byOneSender && { byOneSender }),
    people: [...gathered.people],
    worklist: [
      ...companyWorklist(facts, gathered.repairs, { answer, flagged: reasons.verdict === 'flagged' }),
      ...ownersWorklist(enterpriseCode, owners),
      ...holdingsWorklist(gathered.owners.holdings.get(enterpriseCode) ?? []),
      ...revocationWorklist(gathered.forgery),
    ].filter((entry) => !gathered.settledTasks.has(taskIdOf(entry))),
    values: [...new Set(gathered.values.map(valueKey))],
    listed: shared.listed,
    ...(gathered.accountsLeftOut > 0 && { accountsLeftOut: gathered.accountsLeftOut }),
    nextCheckOn: nextCheckOn(
      facts,
      [...gathered.dated, ...ownersDays(gathered.owners), ...revocationDays(gathered.forgery)],
      assessment,
    ),
    awaits: awaitedBy(facts, { ...assessment, owners: owners.state }),
    unasked: missingSourcesOf(facts),
    owners: ownersItem(owners),
    sample: keptSample(facts, gathered, sample, judged, asRead.measures),
  };
  if (!(await recordAndNotify(assessed, facts, { before, renotify }, gathered.foundBy, ports))) return OVERTAKEN;
  return gathered.coverageBeforeSurvey || hasSampleChanged(before, sample) ? 'survey-due' : undefined;
}

const hasSampleChanged = (before: AssessedCompany | undefined, sample: CompanySample): boolean =>
  contentId(sampleIn(before?.sample)?.sample ?? null) !== contentId(sample);

/** Since when a company's reasons stand: those of an assessment that only comes again stand since it came first. */
const standsSince = (assessmentId: string, before: AssessedCompany | undefined, { now }: AssessCompanyPorts): string =>
  before?.assessmentId === assessmentId ? before.standsSince : now().toISOString();

/** The assessment of a company of which a run has begun to write, and none has ended. */
const NEVER_ASSESSED = {
  name: '',
  registeredOn: '',
  activity: 'unknown',
  activityReasons: [],
  accounts: [],
  nextCheckOn: '',
  awaits: {},
} satisfies Partial<AssessedCompany>;

/** What is stored of a company whose registration was taken back. */
interface StoredCompany {
  readonly enterpriseCode: string;
  readonly stored: AssessedCompany | undefined;
  readonly shares: StoredList;
}

/**
 * A company whose registration was taken back is assessed no longer, and is taken back from all values. An item that
 * says so replaces its assessment, so that a run which still has its earlier facts is refused. Those who knew of the
 * assessment are notified; a repetition notifies them again until the item says that all are.
 */
async function forgetCompany(
  { enterpriseCode, stored, shares }: StoredCompany,
  ports: AssessCompanyPorts,
): Promise<SurveyDue | Overtaken> {
  if (stored?.gone && stored.notified && shares.isDone) return undefined;
  // A company that is not registered and never was
  if (!stored && !shares.list) return undefined;
  const left = await leaveValues(enterpriseCode, shares, ports);
  if (left === OVERTAKEN) return OVERTAKEN;
  const assessmentId = contentId({ unregistered: enterpriseCode });
  const gone: AssessedCompany = {
    ...(stored ?? NEVER_ASSESSED),
    enterpriseCode,
    revision: (stored?.revision ?? 0) + 1,
    gone: true,
    listed: left.listed,
    notified: false,
    assessmentId,
    standsSince: standsSince(assessmentId, stored, ports),
    verdict: 'clear',
    confirmed: false,
    onWhoseWord: undefined,
    decision: undefined,
    score: 0,
    findings: [],
    people: [],
    worklist: [],
    values: [],
  };
  if (stored && stored.assessmentId !== assessmentId) await ports.enter([verdictEntry(gone, stored, ports)]);
  if (!(await ports.assessments.record(gone, ports.expiry()))) return OVERTAKEN;
  const { accounts, lostAccounts = [] } = gone;
  if (stored) await ports.notifyPolice([{ enterpriseCode, assessmentId }], ports.settlingSeconds);
  await ports.notifyBanks(
    [...accounts.map(({ accountRef }) => accountRef), ...lostAccounts].map((accountRef) => ({ accountRef })),
    ports.settlingSeconds,
  );
  return (await ports.assessments.markNotified(gone)) ? 'survey-due' : OVERTAKEN;
}

/**
 * Whether the assessment was stored and all its messages were sent. Where another one was stored meanwhile, its run may
 * have ended before it sent anything, and the message of both may be the same.
 */
async function recordAndNotify(
  assessed: AssessedCompany,
  facts: CompanyFacts,
  { before, renotify }: { before: AssessedCompany | undefined } & Pick<CompanyTouched, 'renotify'>,
  foundBy: string,
  ports: AssessCompanyPorts,
): Promise<boolean> {
  const { expiry, assessments } = ports;
  const recipients = recipientsOf(assessed, before, renotify);
  const nobody = recipients.police.length === 0 && recipients.accounts.length === 0;
  // The entry is sent before the assessment is stored, so that the log has every stored verdict
  if (before?.assessmentId !== assessed.assessmentId) await ports.enter([verdictEntry(assessed, before, ports)]);
  const lostAccounts = nobody ? undefined : lostAccountsOf(assessed.accounts, before);
  const recorded = { ...assessed, notified: nobody, lostAccounts };
  if (!(await assessments.record(recorded, expiry(), foundBy))) return false;
  // Each time, because a run may have been ended between storing an assessment and recording the flagged company's money
  if (assessed.verdict === 'flagged') {
    const months = monthsOf(facts.accounts).map(({ period, credit }) => ({ period, credit }));
    const { enterpriseCode: caseId, revision } = assessed;
    await ports.outcomes.recordMoney({ caseId, months, on: facts.asOf, at: ports.now().toISOString(), revision });
  }
  if (nobody) return true;
  await ports.notifyPolice(recipients.police, ports.settlingSeconds);
  await ports.notifyBanks(recipients.accounts, ports.settlingSeconds);
  return assessments.markNotified(assessed);
}
