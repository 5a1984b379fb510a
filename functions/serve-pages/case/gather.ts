import { type Dossier, dossierOf } from '#shared/domain/notification/dossier/dossier.ts';
import { policeNoticeOf } from '#shared/domain/notification/dossier/police-notice.ts';
import type { NoticeToPolice } from '#shared/domain/notification/notice/notice.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { RecordsOfCase } from '#shared/tables/case-records.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import type { ReplyItem } from '#shared/tables/replies.ts';
import { gatherCase } from '#shared/use-cases/gather-case.ts';
import { decisionsMade, policeDecisions } from '#shared/use-cases/police-decisions.ts';
import { type AccountAtBank, accountAtBank } from '../bank-accounts/account-at-bank.ts';
import type { ServePagesPorts } from '../ports.ts';

/** The data that the page of a case shows. */
export interface GatheredCase {
  readonly notice: NoticeToPolice;
  readonly dossier: Dossier;
  readonly accounts: readonly AccountAtBank[];
  readonly records: RecordsOfCase;
  /** The police's decisions, the oldest first. */
  readonly decisions: readonly ReplyItem[];
  /** The last decision's id; empty where there is none. */
  readonly after: string;
  readonly ring: readonly RingCase[];
  /** On whose word alone the company's present assessment rests. */
  readonly onWhoseWord: string | undefined;
}

/** The notice in force of another company of the ring, with the last decision on it. */
export interface RingCase {
  readonly notice: NoticeToPolice;
  /** The decision's id; empty where there is none. */
  readonly after: string;
}

const AT_ONCE = 8;
/** The most companies of a ring on one page; a larger ring is shown and decided in parts. */
const MOST_OF_A_RING = 60;

export async function gatherCasePage(notice: NoticeToPolice, ports: ServePagesPorts): Promise<GatheredCase> {
  const { content, noticeId } = notice;
  const [caseFile, accounts, records, last, decisions, ring, assessed] = await Promise.all([
    gatherCase(content, ports.rulesClock.today(), ports),
    accountsAtBanks(content.enterpriseCode, ports),
    ports.caseRecords.of(noticeId),
    ports.replies.lastDecision(POLICE, noticeId),
    policeDecisions(noticeId, ports),
    ringOf(notice, ports),
    ports.assessments.of([content.enterpriseCode]),
  ]);
  const onWhoseWord = assessed.get(content.enterpriseCode)?.onWhoseWord;
  const dossier = dossierOf(policeNoticeOf(notice), caseFile, decisionsMade(decisions));
  return { notice, dossier, accounts, records, decisions, after: last?.lastId ?? '', ring, onWhoseWord };
}

export async function accountsAtBanks(enterpriseCode: string, ports: ServePagesPorts): Promise<AccountAtBank[]> {
  const { accountRefs } = await ports.companies.recorded(enterpriseCode);
  const found = await inParallel(accountRefs, AT_ONCE, async (ref) => {
    const account = await ports.accounts.recorded(ref);
    return account && accountAtBank(account, ports);
  });
  const known = found.filter((account) => account !== undefined);
  return [...new Map(known.map((account) => [account.accountRef, account])).values()].sort((a, b) =>
    `${a.bank} ${a.accountNumber}` < `${b.bank} ${b.accountNumber}` ? -1 : 1,
  );
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
