import { BY_ONE_SENDER } from '#shared/domain/notification/states.ts';
import { foldAccount, foldListing } from '#shared/domain/risk/facts/fold-accounts.ts';
import { type AccountRisk, bankNoticeOf, lastDayOf } from '#shared/domain/notification/notice/bank-notice.ts';
import type { Measure } from '#shared/domain/risk/measure.ts';
import type { RecordedAccount } from '#shared/tables/account-fact.ts';
import type { OtherGrounds, RequiredBankNotice } from '#shared/domain/notification/notice/reconciled-notice.ts';
import { spreadsheetFormOf } from '#shared/domain/vietnamese/spreadsheet-account-number.ts';
import type { OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';
import { factsOfNotice, missingIn } from '#shared/domain/outcomes/facts-of-notice.ts';
import { mustBeDelivered, type Notice, type NoticedBankAccount } from '#shared/domain/notification/notice/notice.ts';
import { bankReceiver } from '#shared/domain/notification/receiver.ts';
import type { SendMessages } from '#shared/clients/queue.ts';
import type { DeliveryDue } from '#shared/contracts/delivery-due.ts';
import { noticeEntry } from '#shared/contracts/log-entries.ts';
import type { EnterInLog } from '#shared/contracts/log-entry.ts';
import type { AccountTouched } from '#shared/contracts/messages.ts';
import type { RulesClock, RealClock } from '#shared/runtime/clock.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { OVERTAKEN, type Overtaken } from '#shared/runtime/until-written.ts';
import type { Notices } from '#shared/tables/notices.ts';
import type { Outcomes } from '#shared/tables/outcomes.ts';
import { type IsReleased, reconcileNotice } from '#shared/use-cases/reconcile-notice.ts';
import { noticeSubjectOf } from '#shared/use-cases/notice-of-account.ts';
import type { AssessedCompany } from '#shared/tables/assessment-item.ts';
import type { HolderStanding, StandingOf } from './standings.ts';

/** The facts from which an account's notice follows. */
export interface Grounds {
  readonly account: RecordedAccount;
  readonly enterpriseCode: string | undefined;
  /** What the assessment says that lists the account; undefined where none does. */
  readonly standing: Omit<HolderStanding, 'accounts'> | undefined;
  /** Whether the account's representative is another person than the company's. */
  readonly isMismatch: boolean;
  /** What a flag says of the account to its bank. */
  readonly flag: AssessedCompany['accounts'][number]['flag'];
  /** The instants since which the verdicts have stood that were read for this, also those that do not list the account. */
  readonly standSince: readonly string[];
}

/**
 * The company that has the account by its assessment. The register alone decides nothing: a wrong one may name another
 * company and be corrected before any company is assessed, and then no assessment sends a message about the account.
 */
export async function groundsOf(account: RecordedAccount, standingOf: StandingOf): Promise<Grounds> {
  const { accountRef, registers, formerHolders } = account;
  const registered = registers.length > 0 ? foldAccount(registers).enterpriseCode : undefined;
  const earlier = [...registers.map((register) => register.enterpriseCode), ...formerHolders];
  const standSince: string[] = [];
  for (const enterpriseCode of new Set([...(registered === undefined ? [] : [registered]), ...earlier])) {
    const found = await standingOf(enterpriseCode);
    if (found) standSince.push(found.standsSince);
    const own = found?.accounts.get(accountRef);
    if (found && own) {
      const { accounts: _all, ...standing } = found;
      return { account, enterpriseCode, standing, isMismatch: own.mismatch, flag: own.flag, standSince };
    }
  }
  return { account, enterpriseCode: registered, standing: undefined, isMismatch: false, flag: 'nothing', standSince };
}

export interface NotifyBankPorts {
  readonly notices: Pick<Notices, 'get' | 'write'>;
  readonly outcomes: Pick<Outcomes, 'record' | 'ofNotice'>;
  readonly isReleased: IsReleased;
  readonly notifyLater: SendMessages<AccountTouched>;
  readonly deliver: SendMessages<DeliveryDue>;
  readonly measures: readonly Measure[];
  readonly noticeDays: number;
  readonly listingDays: number;
  readonly settlingSeconds: number;
  readonly enter: EnterInLog;
  readonly hash: Pick<KeyedHash, 'first'>;
  readonly rulesClock: RulesClock;
  readonly now: RealClock;
}

/**
 * Issues or changes the notice of an account to the account's own bank alone. It renews the notice when its last day is
 * near, and withdraws it when no reason is left. A notice whose account no longer has facts stays until its last day.
 * @param grounds undefined where nothing is known of the account @returns whether a notice was written whose grounds
 * must be compared with those that stand afterwards
 */
export async function notifyBank(
  message: AccountTouched,
  grounds: Grounds | undefined,
  ports: NotifyBankPorts,
): Promise<'written' | 'as before' | Overtaken> {
  const { bank } = message;
  if (!grounds) {
    const reconciled = bank === undefined ? undefined : await reconcile(bank, message.accountRef, 'unknown', ports);
    return reconciled === OVERTAKEN ? OVERTAKEN : 'as before';
  }
  const { account } = grounds;
  const wait = secondsToSettle(grounds, ports);
  if (wait > 0) {
    await ports.notifyLater([message], wait);
    return 'as before';
  }
  const subject = await noticeSubjectOf(account, ports);
  const due = dueOf(grounds, subject !== account.accountRef, ports);
  const results = [await reconcile(account.bank, subject, due, ports)];
  // The number turned out to mean another account, so a notice under the number as it was read is withdrawn
  const ended = { withdrawnBecause: 'no_reason_stands', otherGrounds: due.otherGrounds } as const;
  const others = new Map([message.accountRef, account.accountRef].map((ref) => [ports.hash.first(ref), ref]));
  others.delete(ports.hash.first(subject));
  for (const other of others.values()) results.push(await reconcile(account.bank, other, ended, ports));
  if (results.includes(OVERTAKEN)) return OVERTAKEN;
  return results.includes('written') ? 'written' : 'as before';
}

async function reconcile(
  bank: string,
  accountRef: string,
  due: RequiredBankNotice,
  ports: NotifyBankPorts,
): Promise<'written' | 'as before' | Overtaken> {
  const receiver = bankReceiver(bank);
  // A change of the key must not change the id of a notice
  const enterState = async (notice: Notice, ledger: readonly OutcomeFact[]) => {
    await ports.enter([noticeEntry(notice, 'function:5-notify-banks')]);
    const facts = factsOfNotice(notice, ports.rulesClock.dayOf(new Date(notice.changedAt)));
    await ports.outcomes.record(missingIn(ledger, facts));
  };
  const noticeCase = { receiver, subject: ports.hash.first(accountRef), due };
  const reconciled = await reconcileNotice(noticeCase, { ...ports, enterState });
  if (reconciled === OVERTAKEN) return OVERTAKEN;
  const { notice, isWritten } = reconciled;
  if (notice && mustBeDelivered(notice)) await ports.deliver([{ receiver, noticeId: notice.noticeId }]);
  return isWritten ? 'written' : 'as before';
}

/** Neither the company's verdict nor a listing leads to a notice before it has stood for the settling time. */
function secondsToSettle(
  { account: { listings }, standSince }: Grounds,
  { settlingSeconds, now }: NotifyBankPorts,
): number {
  const stands = [...listings.map(({ recordedAt }) => recordedAt), ...standSince];
  const latest = Math.max(0, ...stands.map((instant) => Date.parse(instant)));
  return settlingSeconds - (now().getTime() - latest) / 1000;
}

/** @param isContinued whether the bank was told of the account before its number was known */
function dueOf(grounds: Grounds, isContinued: boolean, ports: NotifyBankPorts): Exclude<RequiredBankNotice, 'unknown'> {
  const { account, enterpriseCode } = grounds;
  const known = accountRiskOf(grounds, ports);
  const risk = account.numberUnsure ? toWatch(known) : known;
  const today = ports.rulesClock.today();
  const notice = bankNoticeOf(risk, ports.measures, today);
  const otherGrounds = otherGroundsOf(grounds, ports);
  const named = account.numberUnsure ? asGiven(account) : exactly(account, isContinued);
  if (!notice || !named)
    return { withdrawnBecause: grounds.standing?.byOneSender ? BY_ONE_SENDER : 'no_reason_stands', otherGrounds };
  const { bank } = account;
  const term = { today, noticeDays: ports.noticeDays };
  return {
    content: { bank, ...named, enterpriseCode, ...notice },
    expiresOn: lastDayOf(risk, ports.measures, term),
    otherGrounds,
  };
}

/** A bank is asked for no more than to watch an account whose number it has to find itself. */
const toWatch = ({ listing, ...risk }: AccountRisk): AccountRisk => ({
  ...risk,
  confirmed: false,
  decision: undefined,
  listing: listing && { ...listing, by: 'bank', decision: undefined },
});

const exactly = ({ accountNumber }: RecordedAccount, isContinued: boolean): NoticedBankAccount => ({
  accountNumber,
  ...(isContinued && { accountAsGiven: spreadsheetFormOf(accountNumber) }),
});

/** The account as its bank's register has it; undefined where the bank itself never named it. */
function asGiven({ accountNumber, origins }: RecordedAccount): NoticedBankAccount | undefined {
  const [first] = origins
    .filter(({ feed }) => feed === 'accounts')
    .map(({ from: { file, sheet, row } }) => ({ file, row, ...(sheet !== undefined && { sheet }) }))
    .sort((a, b) => (a.file === b.file ? a.row - b.row : a.file < b.file ? -1 : 1));
  return first && { accountNumber: null, accountAsGiven: accountNumber, givenIn: first };
}

/**
 * A fingerprint of everything that the notice depends on apart from the bank's own replies: the account without the
 * bank's own listings, and the settings.
 */
function otherGroundsOf(grounds: Grounds, ports: NotifyBankPorts): OtherGrounds {
  const { account, enterpriseCode } = grounds;
  const { measures, noticeDays, listingDays } = ports;
  const listings = account.listings.filter(({ by }) => by !== bankReceiver(account.bank));
  const risk = accountRiskOf({ ...grounds, account: { ...account, listings } }, ports);
  // All listings count beside the valid one, because the police may clear a bank's listing without one of their own
  const said = listings.map(({ recordedAt: _recordedAt, ...listing }) => contentId(listing)).sort();
  return {
    fingerprint: contentId({ enterpriseCode, risk, said, measures, noticeDays, listingDays }),
    suffice: bankNoticeOf(risk, measures, ports.rulesClock.today()) !== undefined,
  };
}

const accountRiskOf = ({ account, standing, isMismatch, flag }: Grounds, ports: NotifyBankPorts): AccountRisk =>
  ({
    companyFlagged: standing?.verdict === 'flagged' && flag === 'company',
    accountFlagged: standing?.verdict === 'flagged' && flag === 'account',
    window: flag === 'nothing' ? undefined : standing?.crimeWindow,
    confirmed: standing?.confirmed ?? false,
    decision: standing?.decision,
    representativeMismatch: isMismatch,
    listing: foldListing(account.listings, ports.rulesClock.today(), ports.listingDays),
    // A field that is forgotten here would never be sent
  }) satisfies Record<keyof AccountRisk, unknown>;
