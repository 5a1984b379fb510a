import { registerQuality } from '#shared/domain/outcomes/figures/register-quality.ts';
import { describe, expect, it } from 'vitest';
import { tallyOf } from '#shared/domain/outcomes/figures/tally.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { outcomesTable } from '#shared/tables/outcomes.ts';
import { ledgerOfTables, type LedgerSource } from '#shared/use-cases/reports/ledger-of-tables.ts';
import { makeReports } from '#shared/use-cases/reports/make-report.ts';
import { casesOfTables } from '#shared/use-cases/reports/cases-of-tables.ts';
import { reportFiles } from '#shared/use-cases/reports/report-files.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { yearOfOutcomes } from '#test/support/year-of-outcomes.ts';

const cases = [...yearOfOutcomes(60, 21)];
const clock = rulesClock('2026-01-31', () => new Date());

const ofFolder: LedgerSource = {
  async *cases() {
    yield* cases;
  },
  inputs: async () => [],
  about: async () => ({ asOf: '2026-01-31', ruleSet: '2026-11-6', measures: [] }),
};

async function ofTables(): Promise<LedgerSource> {
  const { db, createTable } = memoryDatabase();
  const outcomes = outcomesTable(db, await createTable('outcomes'));
  await outcomes.record(cases.flat().filter(({ kind }) => kind !== 'money'));
  for (const { kind, caseId, on, at, months = [] } of cases.flat())
    if (kind === 'money') await outcomes.recordMoney({ caseId, months, on, at, revision: 1 });
  const source = ledgerOfTables({
    outcomes,
    files: { ofFeed: async () => [] },
    assessments: {
      countByState: async () => ({ verdicts: {}, activities: {}, duties: {}, banks: {}, quality: registerQuality([]) }),
    },
    log: { head: async () => undefined },
    measures: async () => ({ measures: [] }),
    rulesClock: clock,
  });
  return { ...source, inputs: ofFolder.inputs, about: ofFolder.about };
}

describe('the ledger in tables', () => {
  it('a report has the same bytes from the tables as from the files, wherever a month’s end divides a case', async () => {
    const tables = await ofTables();
    for (const month of ['2025-02', '2025-06', '2025-07', '2025-10']) {
      const period = { from: `${month}-01`, to: `${month}-28` };
      const [one, other] = await Promise.all(
        [ofFolder, tables].map(async (source) =>
          reportFiles((await makeReports({ kind: 'ad-hoc', period }, source)).province),
        ),
      );
      for (const [n, { name, bytes }] of one!.entries())
        expect([month, name, Buffer.from(bytes).equals(other![n]!.bytes)]).toEqual([month, name, true]);
    }
  });

  it('the figures of a month include a notice that was proposed in the month before, with its flag', async () => {
    const { db, createTable } = memoryDatabase();
    const outcomes = outcomesTable(db, await createTable('outcomes'));
    const bank = { caseId: '0900000011', receiver: 'bank#970436', noticeId: 'k3Jw0h1Qm8ZrX2cVb7Ty5A' } as const;
    const on = (day: string, hour = '02') => ({ on: day, at: `${day}T${hour}:00:00.000Z`, by: 'machine' as const });
    await outcomes.record([
      { ...bank, ...on('2025-01-29'), kind: 'proposed' },
      { ...bank, ...on('2025-02-03'), kind: 'released' },
      { ...bank, ...on('2025-02-03', '03'), kind: 'notified', sequence: 1, level: 'watch', reasonCodes: [5] },
    ]);
    const tally = tallyOf({ from: '2025-02-01', to: '2025-02-28' });
    const source = casesOfTables('2025-02-01', '2025-02-28', outcomes);
    for await (const facts of source) tally.add(facts);
    expect(tally.figures().days.proposalToNotified).toMatchObject({ count: 1, median: 5 });
  });
});
