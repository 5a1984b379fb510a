import { daysBetween, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import type { AccountFacts, CompanyFacts } from '../facts/company-facts.ts';
import type { Evidence } from '../rules/finding.ts';
import { type Rule, shownNames } from '../rules/rule.ts';
import { type Office, OFFICES, type Sender } from './sender.ts';
import { sendersAbout } from './writers.ts';
import { isMadeBy } from './without-sender.ts';
import type { VerifiedPerson } from '#shared/domain/identity/person-verdict.ts';

/**
 * Whether somebody beside an office vouches for what a finding about a representative compares. It compares the
 * registration office's row with the police's, so that either of them alone could make it of an honest company:
 * the registration office by another head, where the company has had one before and no bank names the new one, or by one
 * more head; and both by rows that contradict other ones.
 */
function isVouched(office: Office, { madeBy }: Pick<Rule, 'madeBy'>, facts: CompanyFacts): boolean {
  const heads = facts.people.filter(({ role }) => role === 'legal_representative');
  if (!madeBy.includes('identities') || heads.some(({ contradicted }) => contradicted)) return false;
  if (office === 'police') return true;
  const isNamedByBank = facts.accounts.some(({ representative }) => representative === 'same');
  return !heads.some(isInOrder) && (isNamedByBank || !hasChangedHands(facts));
}

const hasChangedHands = ({ changes }: CompanyFacts): boolean => changes.some(({ kind }) => kind === 'representative');

/** Whether a later registration brought it to a value of companies with bad signs. */
const hasJoinedBad = ({ bands }: CompanyFacts): boolean => bands.some(({ joined, badShare }) => joined && badShare > 0);

const isInOrder = ({ result, documentStatus }: VerifiedPerson): boolean =>
  (result === 'match' || result === 'variation') && documentStatus === 'valid';

/** Whether the police have told of a representative's number that it is that person's, and that it is another one's. */
export const isClearedByPolice = ({ people }: Pick<CompanyFacts, 'people'>): boolean =>
  people.some(
    (person) => person.role === 'legal_representative' && person.contradicted === true && person.result !== 'mismatch',
  );

/** A finding that counts against a company, or in its favour, with the rule that made it. */
export interface CountedFinding {
  readonly rule: Pick<
    Rule,
    'code' | 'kind' | 'fact' | 'concernsOffices' | 'concernsAccount' | 'degree' | 'hard' | 'madeBy'
  >;
  readonly evidence: Evidence;
  readonly weight: number;
}

/** A finding below this weight is no evidence of its kind. */
const MATERIAL = 0.1;
/** Evidence from this weight on stands by itself: of a thousand honest companies three have so much by chance. */
const STANDS = 4;
/** The same beside a bank that has no account of the company, and can put any company at its receivers. */
const STANDS_BESIDE_OTHERS = 5;
/**
 * With less than this beside the evidence of one sender, it flags only where it is the bank of the company's own
 * account. Beside the police and the carriers, who can accuse anybody by one row, the rest has to stand by itself; of those
 * whose evidence shells can hardly avoid less is asked.
 */
const REMAINS: Readonly<Record<Office | 'bank', number>> = {
  registry: 1,
  tax: 2.5,
  bank: 1,
  police: STANDS,
  insurance: 2.5,
  inspector: 2.5,
  carriers: STANDS,
};

/** A registration office can put any company into other hands, and so into a ring. */
const CHANGED_HANDS = 3.8;

/**
 * Whether two kinds of evidence for police and banks speak against a company, or an account of it is unlike itself. What
 * is usual among the companies that registered with it says nothing of this one.
 */
export function isOfTwoKinds(
  counted: readonly CountedFinding[],
  { commonSigns = [] }: Pick<CompanyFacts, 'commonSigns'>,
): boolean {
  if (counted.some(({ rule, weight }) => rule.concernsAccount && weight >= MATERIAL)) return true;
  let first: CountedFinding['rule']['kind'] | undefined;
  for (const { rule, weight, evidence } of counted) {
    if (weight < MATERIAL || rule.concernsOffices || rule.kind === first) continue;
    if (commonSigns.length > 0 && commonSigns.includes(shownNames(rule, evidence).at(-1) ?? '')) continue;
    if (first !== undefined) return true;
    first = rule.kind;
  }
  return false;
}

/**
 * The senders on whom a flag leans, because without the rows of any one of them what the others say does not stand by
 * itself; `refused` where the evidence of one of them never flags a company alone.
 */
export interface Support {
  readonly leansOn: readonly Sender[];
  /** The banks beside whose word about the company's own account hardly anything speaks against it. */
  readonly saidOnlyBy: readonly Sender[];
  readonly refused: boolean;
}

/**
 * @param counted what the rules say about the company
 * @param weighed what they say about it without the rows of one sender, but for the accounts that stay
 */
export function supportOf(
  facts: CompanyFacts,
  counted: readonly CountedFinding[],
  weighed: (without: Sender, isKept?: (account: AccountFacts) => boolean) => readonly CountedFinding[],
): Support {
  const isOwn = (account: AccountFacts) => isItsOwn(account, facts);
  const hard = counted.filter(({ rule }) => rule.hard);
  const shown = new Set(counted.map(({ rule }) => rule.fact));
  // What appears only without a sender's rows is no evidence that the flag has
  const isOfFlag = ({ rule, weight }: CountedFinding) => weight <= 0 || shown.has(rule.fact);
  const leansOn: Sender[] = [];
  const saidOnlyBy: Sender[] = [];
  let refused = false;
  for (const sender of sendersAbout(facts)) {
    const office = officeOf(sender);
    const least =
      sender === 'registry' && (hasChangedHands(facts) || hasJoinedBad(facts))
        ? CHANGED_HANDS
        : REMAINS[office ?? 'bank'];
    const atSender = facts.accounts.filter(({ bank }) => bank === sender);
    const rest = weighed(sender).filter(isOfFlag);
    const weight = weightOf(rest);
    if (weight >= (office || atSender.length > 0 ? STANDS : STANDS_BESIDE_OTHERS)) continue;
    leansOn.push(sender);
    if (refused) continue;
    if (office && hard.some(({ rule }) => isMadeBy(office, rule.madeBy))) {
      refused = !hard.some(({ rule }) => isVouched(office, rule, facts));
      continue;
    }
    if (weight >= least) continue;
    // A bank tells of its customer's own account what nobody else can, but of a stranger's it tells whose that is; and it can
    // hardly know a receiver or device that only another bank's rows about the company have
    const isOfCustomer =
      office === undefined &&
      (atSender.length === 0 || atSender.some(isOwn)) &&
      weightOf(weighed(sender, isOwn).filter(isOfFlag)) >= least;
    // Rows in its favour do not make the bank's word the only one against it
    if (weightOf(rest.filter((one) => one.weight > 0)) < least) saidOnlyBy.push(sender);
    if (!isOfCustomer) refused = true;
  }
  return { leansOn, saidOnlyBy, refused };
}

/** What the findings for police and banks weigh. */
function weightOf(counted: readonly CountedFinding[]): number {
  let sum = 0;
  for (const { rule, weight } of counted) if (!rule.concernsOffices) sum += weight;
  return sum;
}

const officeOf = (sender: Sender): Office | undefined => OFFICES.find((office) => office === sender);

/**
 * Whether an account belongs to the company: by the representative that its bank names or, where it names none or the
 * account was there long before a change of representative, by the holder's name. A name is easily copied, so without
 * any representative it does not count if another bank names the company's.
 */
const isItsOwn = (account: AccountFacts, { accounts, changes }: CompanyFacts): boolean =>
  account.representative === 'same' ||
  account.formerHead === true ||
  (account.holder === 'same' && changes.some(({ kind, on }) => kind === 'representative' && isOlder(account, on))) ||
  (account.representative === 'unknown' &&
    account.holder === 'same' &&
    !accounts.some(({ representative, bank }) => representative === 'same' && bank !== account.bank));

/** An account that was opened shortly before a change of representative is hardly the former one's. */
const LONG_BEFORE = 90;

/** Whether an account was there, by its opening or its first money, long before a change of representative. */
function isOlder({ openedOn, flows }: AccountFacts, changedOn: IsoDate): boolean {
  const since = openedOn ?? (flows[0] && `${flows[0].period}-28`);
  return since !== undefined && daysBetween(since, changedOn) >= LONG_BEFORE;
}
