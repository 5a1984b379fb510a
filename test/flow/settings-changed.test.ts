import { CreateQueueCommand } from '@aws-sdk/client-sqs';
import type { SQSEvent } from 'aws-lambda';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createHandler } from '#functions/sweep-due/handler.ts';
import { clientsOf } from '#infra/local/clients.ts';
import { type Engines, startEngines } from '#infra/local/engines.ts';
import { eventSources } from '#infra/local/event-sources.ts';
import { queue, type SendMessages } from '#shared/clients/queue.ts';
import type { AccountTouched, CompanyTouched, SweepRequested } from '#shared/contracts/messages.ts';
import { type Assessments, assessmentsTable } from '#shared/tables/assessments.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import type { Notices } from '#shared/tables/notices.ts';
import { accountKeysOf } from '#shared/tables/account-keys.ts';
import { type Accounts, accountsTable } from '#shared/tables/accounts.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { assessedCompany } from '#test/support/assessed-company.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { aNotice } from '#test/support/a-notice.ts';
import { newNoticesTable } from '#test/support/notices-table.ts';
import { code } from '#test/support/sample-feeds.ts';
import { lambdaContext } from '#test/support/sqs.ts';
import { DROPS_NOT_ASKED } from '#shared/tables/drop-states.ts';

const PAGE = 3;
const COMPANIES = Array.from({ length: 60 }, (_, n) => code(n + 1));
const REFS = Array.from({ length: 40 }, (_, n) => contentId(n));
const HASH = keyedHash('secret');
/** Accounts of no known company, as a register of suspicious accounts names them. */
const LISTED = Array.from({ length: 10 }, (_, n) => `001100${1000 + n}`);
const LISTED_REFS = LISTED.map((accountNumber) => accountKeysOf({ bank: '970418', accountNumber }, HASH).accountRef);
const credentials = { accessKeyId: 'local', secretAccessKey: 'local' };
let queues = 0;

describe('changed settings, on the local engines', () => {
  let engines: Engines;
  let tables: { readonly assessments: Assessments; readonly notices: Notices; readonly accounts: Accounts };
  beforeAll(async () => {
    engines = await startEngines({});
    const { db, createTable } = memoryDatabase();
    const name = await createTable('assessments');
    const assessments = assessmentsTable(db, name);
    const { notices } = await newNoticesTable();
    for (const [n, enterpriseCode] of COMPANIES.entries()) {
      // Many companies are due on one day, as companies that were registered together are
      const assessed = assessedCompany(enterpriseCode, { nextCheckOn: `2026-0${1 + (n % 4)}-15` });
      await assessments.record(assessed, 2_000_000_000);
    }
    for (const subject of REFS) {
      const term = { expiresOn: '2026-07-04', reviewOn: '2026-06-20' };
      await notices.write(aNotice('bank#970436', subject, term), undefined);
    }
    const accounts = accountsTable(db, await createTable('accounts'), HASH, DROPS_NOT_ASKED);
    const listing = { code: 3, on: '2026-01-05', by: 'police' };
    const facts = LISTED.map((accountNumber) => {
      const named = { bank: '970418', accountNumber };
      return { ...accountKeysOf(named, HASH), ...named, listing };
    });
    await accounts.record(facts, '2026-01-05T00:00:00.000Z', 2_000_000_000);
    tables = { assessments, notices, accounts };
  });
  afterAll(async () => engines.stop());

  /** The messages that are sent and the number of sweeps, where some calls and some sends crash. */
  async function sweptWith(crashes: (call: number, doing: 'asks' | 'goes on' | 'is done') => boolean) {
    const { sqs } = clientsOf(engines.endpoints, credentials);
    const name = `sweeps-${(queues += 1)}`;
    const { QueueUrl: url = '' } = await sqs.send(new CreateQueueCommand({ QueueName: name }));
    const goOn: SendMessages<SweepRequested> = queue(url, sqs);
    const [companies, accounts] = [new Array<string>(), new Array<AccountTouched>()];
    let calls = 0;
    let crashed = 0;
    const perhaps = (doing: Parameters<typeof crashes>[1]) => {
      if (!crashes(calls, doing)) return;
      crashed += 1;
      throw new Error('crash');
    };
    const handler = createHandler({
      ...tables,
      accounts: tables.accounts,
      objects: { put: async () => {} },
      outboxBucket: '',
      hash: keyedHash('a secret for tests'),
      pageSize: PAGE,
      files: { coverage: async () => [], profile: async () => undefined },
      verifications: { unsettled: async () => [] },
      verify: async () => {},
      enter: async () => {},
      measures: async () => [],
      directed: { all: async () => [], markEntered: async () => {} },
      settings: { noticeDays: 180, listingDays: 1825 },
      rulesClock: rulesClock('2026-03-11', () => new Date()),
      now: () => new Date(),
      park: async () => {},
      async assess(messages: readonly CompanyTouched[]) {
        companies.push(...messages.map(({ enterpriseCode }) => enterpriseCode));
        perhaps('asks');
      },
      notifyBanks: async (messages) => void accounts.push(...messages),
      async sweep(messages, delaySeconds) {
        await goOn(messages, delaySeconds);
        perhaps('goes on');
      },
    });
    const invoke = async (event: unknown) => {
      calls += 1;
      const answer = await handler(event as SQSEvent, lambdaContext());
      perhaps('is done');
      return answer;
    };
    const target = {
      name,
      module: '',
      handler: '',
      timeoutSeconds: 9,
      memoryMegabytes: 128,
      mayLoop: false,
      environment: {},
    };
    const reading = { batchSize: 10, windowSeconds: 0, maximumConcurrency: 2, reportsPartialFailures: true };
    const mapping = { queue: { id: name, url, arn: `arn:${name}` }, target, ...reading };
    const sources = eventSources(sqs, [mapping], () => ({ invoke, close: async () => {} }));
    await goOn([{ reason: 'settings-changed' }]);
    await sources.drain();
    await sources.close();
    return { companies, accounts, crashed, calls };
  }
  const asked = ({ companies, accounts }: Awaited<ReturnType<typeof sweptWith>>) => ({
    companies: new Set(companies),
    accounts: new Set(accounts.map(({ accountRef }) => accountRef)),
  });
  const EVERYBODY = { companies: new Set(COMPANIES), accounts: new Set([...REFS, ...LISTED_REFS]) };

  it('changed settings send every company, every notice and every listed account once, one page for each message', async () => {
    const run = await sweptWith(() => false);
    expect(asked(run)).toEqual(EVERYBODY);
    expect([run.companies.length, run.accounts.length]).toEqual([COMPANIES.length, REFS.length + LISTED.length]);
    expect(run.calls).toBeGreaterThan(5);
  });

  it.each(['asks', 'goes on', 'is done'] as const)(
    'changed settings miss no company where the function repeatedly crashes as it %s',
    async (point) => {
      const run = await sweptWith((call, doing) => doing === point && [1, 2, 4, 5].includes(call));
      expect(run.crashed).toBeGreaterThanOrEqual(2);
      expect(asked(run)).toEqual(EVERYBODY);
    },
  );
});
