import { foundByText } from '#shared/domain/vietnamese/search/found-by.ts';
import type { DynamoDBDocumentClient } from '@aws-sdk/lib-dynamodb';
import { factsOfNotice } from '#shared/domain/outcomes/facts-of-notice.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { assessmentsTable } from '#shared/tables/assessments.ts';
import { caseRecordsTable } from '#shared/tables/case-records.ts';
import { deliveriesTable } from '#shared/tables/deliveries.ts';
import { filesTable } from '#shared/tables/files.ts';
import { noticeIdOf, noticesTable } from '#shared/tables/notices.ts';
import { outcomesTable } from '#shared/tables/outcomes.ts';
import { parkedTable } from '#shared/tables/parked.ts';
import { releasesTable } from '#shared/tables/releases.ts';
import { taskIdOf } from '#shared/tables/task-id.ts';
import { aNotice } from '#test/support/a-notice.ts';
import { assessedCompany } from '#test/support/assessed-company.ts';
import { withNetwork } from '#test/support/police-notice.ts';
import { storeDrop } from '#test/support/a-drop.ts';

/** The ids for pages about a single item. */
export interface Filled {
  readonly police: string;
  readonly bank: string;
  readonly file: string;
  readonly task: { readonly code: string; readonly id: string };
}

const BANK = 'bank#970436';
const ONCE = 16;
const EXPIRES = 4_000_000_000;
const TODAY = '2025-12-31';

/**
 * Fills the tables of a stack for a number of companies, each flagged and with an account, a task and a waiting change.
 */
export async function fillDesks(
  db: DynamoDBDocumentClient,
  tables: Readonly<Record<string, string>>,
  companies: number,
): Promise<Filled> {
  const named = (table: string) => tables[table] ?? '';
  const notices = noticesTable(db, named('notices'));
  const assessments = assessmentsTable(db, named('assessments'));
  const outcomes = outcomesTable(db, named('outcomes'));
  const releases = releasesTable(db, named('releases'));
  const caseRecords = caseRecordsTable(db, named('caseRecords'));
  const deliveries = deliveriesTable(db, named('deliveries'));
  const task = {
    kind: 'correction',
    field: 'fullName',
    current: 'NGUYEN VAN AN',
    proposed: 'NGUYỄN VĂN AN',
    why: 'Tên khác dữ liệu dân cư ở dấu.',
  } as const;

  await inParallel(upTo(companies), ONCE, async (n) => {
    const code = codeOf(n);
    const account = `00110022${String(n).padStart(5, '0')}`;
    const instant = new Date(Date.parse('2025-12-01T00:00:00.000Z') + n * 60_000).toISOString();
    const about = { issuedAt: instant, changedAt: instant };
    const { network } = withNetwork;
    const content = { enterpriseCode: code, name: `CÔNG TY TNHH THƯƠNG MẠI SỐ ${n}`, score: n % 100, network };
    const police = aNotice('police', code, { ...about, content });
    const bank = aNotice(BANK, account, about);
    await notices.write(police, undefined);
    await notices.write(bank, undefined);
    await outcomes.record([...factsOfNotice(police, TODAY), ...factsOfNotice(bank, TODAY)]);
    const { name } = content;
    const assessed = assessedCompany(code, { name, verdict: 'flagged', score: n % 100, worklist: [task] });
    const foundBy = {
      people: [`NGUYỄN VĂN ${n}`],
      address: `Số ${n}, Phường Phố Hiến`,
      phones: [],
      accounts: [account],
    };
    await assessments.record(assessed, EXPIRES, foundByText(foundBy));
    const { noticeId } = bank;
    const change = { noticeId, receiver: BANK, subject: account, changeId: `change-${n}`, act: 'issue' } as const;
    const waits = { needed: 1, proposedAt: instant, dueOn: TODAY, state: 'waiting', votes: [], revision: 1 } as const;
    const of = { level: 'watch', accountNumber: account, enterpriseCode: code } as const;
    await releases.write({ ...change, ...waits, ...of, votes: [] }, undefined, EXPIRES);
    const asked = { officer: 'an', at: instant, asks: ['status', 'flows'], dueOn: '2026-01-08' };
    // More than the list shows
    if (n % 25 === 0) await caseRecords.ask(bank, `question-${n}`, asked, EXPIRES);
    const tried = [{ sequence: 1, at: instant, outcome: 'delivered', status: 200 }] as const;
    const delivery = { receiver: BANK, noticeId, sequence: 1, changedAt: instant, state: 'delivered' } as const;
    await deliveries.write({ ...delivery, attempts: 1, resends: 0, since: instant, tried }, undefined);
  });

  const files = filesTable(db, named('files'));
  const parked = parkedTable(db, named('parked'));
  await inParallel(upTo(300), ONCE, async (n) => {
    const counts = { read: 5000, accepted: 4990, rejected: 10, repaired: 3, companies: 4000 };
    const at = new Date(Date.parse('2025-12-01T00:00:00.000Z') + n * 60_000).toISOString();
    await storeDrop(files, { file: fileOf(n), version: 'v', counts, startedAt: at });
    const message = { queue: 'haukiem-local-companies', messageId: `m${n}`, body: '{}', parkedAt: at };
    await parked.park({ ...message, why: 'item_too_large' });
  });
  return {
    police: noticeIdOf('police', codeOf(7)),
    bank: noticeIdOf(BANK, '0011002200007'),
    file: fileOf(7),
    task: { code: codeOf(7), id: taskIdOf(task) },
  };
}

const codeOf = (n: number) => String(900_000_000 + n).padStart(10, '0');
const fileOf = (n: number) => `Tháng 12, lần ${n}.xlsx`;
const upTo = (count: number) => Array.from({ length: count }, (_, n) => n);
