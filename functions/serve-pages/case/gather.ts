import { type Dossier, dossierOf } from '#shared/domain/notification/dossier/dossier.ts';
import { policeNoticeOf } from '#shared/domain/notification/dossier/police-notice.ts';
import type { Notice, NoticeToBank, NoticeToPolice } from '#shared/domain/notification/notice/notice.ts';
import { bankReceiver, POLICE, type Receiver } from '#shared/domain/notification/receiver.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { BankQuestion, RecordsOfCase } from '#shared/tables/case-records.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import type { ReplyItem } from '#shared/tables/replies.ts';
import { gatherCase } from '#shared/use-cases/gather-case.ts';
import type { ServePagesPorts } from '../ports.ts';

/** An account's notice at its bank, and what the bank answered and was asked. */
export interface AccountAtBank {
  readonly accountRef: string;
  readonly bank: string;
  readonly accountNumber: string;
  readonly notice?: NoticeToBank | undefined;
  readonly answer?: ReplyItem | undefined;
  readonly questions: readonly BankQuestion[];
}

/** All that the page of a case shows. */
export interface GatheredCase {
  readonly notice: NoticeToPolice;
  readonly dossier: Dossier;
  readonly accounts: readonly AccountAtBank[];
  readonly records: RecordsOfCase;
  readonly last?: ReplyItem | undefined;
  /** The last decision's id; empty where there is none. */
  readonly after: string;
  readonly ring: readonly RingCase[];
}

/** The notice of another company of the ring, in force, and the last decision on it. */
export interface RingCase {
  readonly notice: NoticeToPolice;
  /** The decision's id; empty where there is none. */
  readonly after: string;
}

const AT_ONCE = 8;
/** A ring of more is drawn and decided in parts. */
const MOST_OF_A_RING = 60;

export async function gatherCasePage(notice: NoticeToPolice, ports: ServePagesPorts): Promise<GatheredCase> {
  const { content, noticeId } = notice;
  const [caseFile, accounts, records, { after, last }, ring] = await Promise.all([
    gatherCase(content, ports),
    accountsAtBanks(content.enterpriseCode, ports),
    ports.caseRecords.of(noticeId),
    lastAnswer(POLICE, noticeId, ports),
    ringOf(notice, ports),
  ]);
  return { notice, dossier: dossierOf(policeNoticeOf(notice), caseFile), accounts, records, after, last, ring };
}

async function accountsAtBanks(enterpriseCode: string, ports: ServePagesPorts): Promise<AccountAtBank[]> {
  const { accountRefs } = await ports.companies.recorded(enterpriseCode);
  const found = await inParallel(accountRefs, AT_ONCE, async (ref): Promise<AccountAtBank | undefined> => {
    const account = await ports.accounts.recorded(ref);
    if (!account) return undefined;
    const { accountRef, bank, accountNumber } = account;
    const receiver = bankReceiver(bank);
    const noticeId = noticeIdOf(receiver, ports.hash.first(accountRef));
    const [notice, { last: answer }, { questions }] = await Promise.all([
      ports.notices.get(receiver, noticeId),
      lastAnswer(receiver, noticeId, ports),
      ports.caseRecords.of(noticeId),
    ]);
    return { accountRef, bank, accountNumber, notice: bankNoticeIn(notice), answer, questions };
  });
  const known = found.filter((account) => account !== undefined);
  return [...new Map(known.map((account) => [account.accountRef, account])).values()].sort((a, b) =>
    `${a.bank} ${a.accountNumber}` < `${b.bank} ${b.accountNumber}` ? -1 : 1,
  );
}

const bankNoticeIn = (notice: Notice | undefined): NoticeToBank | undefined =>
  notice === undefined || notice.receiver === POLICE ? undefined : notice;

async function lastAnswer(receiver: Receiver, noticeId: string, { replies }: Pick<ServePagesPorts, 'replies'>) {
  const last = await replies.lastDecision(receiver, noticeId);
  return { after: last?.lastId ?? '', last: last && (await replies.get(receiver, last.lastId)) };
}

async function ringOf({ content }: NoticeToPolice, { notices, replies }: ServePagesPorts): Promise<RingCase[]> {
  const codes = (content.network?.members ?? [])
    .map(({ enterpriseCode }) => enterpriseCode)
    .filter((code) => code !== content.enterpriseCode)
    .slice(0, MOST_OF_A_RING);
  const found = await inParallel(codes, AT_ONCE, async (code): Promise<RingCase[]> => {
    const notice = await notices.get(POLICE, noticeIdOf(POLICE, code));
    if (notice?.receiver !== POLICE || notice.state !== 'in_force') return [];
    const last = await replies.lastDecision(POLICE, notice.noticeId);
    return [{ notice, after: last?.lastId ?? '' }];
  });
  return found.flat();
}
