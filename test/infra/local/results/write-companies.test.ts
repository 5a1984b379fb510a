import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CreateTableCommand } from '@aws-sdk/client-dynamodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { clientsOf } from '#infra/local/clients.ts';
import { type Engines, startEngines } from '#infra/local/engines.ts';
import { companiesWritten } from '#infra/local/results/write-companies.ts';
import { assessmentsTable } from '#shared/tables/assessments.ts';
import { assessedCompany } from '#test/support/assessed-company.ts';
import { companyFacts } from '#test/support/company-facts.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';

const COMPANIES = 1500;
let engines: Engines;
beforeAll(async () => {
  engines = await startEngines({});
});
afterAll(() => engines.stop());

async function storedCompanies() {
  const { dynamodb, documents } = clientsOf(engines.endpoints, { accessKeyId: 'local', secretAccessKey: 'local' });
  await dynamodb.send(
    new CreateTableCommand({
      TableName: 'assessments',
      AttributeDefinitions: [{ AttributeName: 'enterpriseCode', AttributeType: 'S' }],
      KeySchema: [{ AttributeName: 'enterpriseCode', KeyType: 'HASH' }],
      BillingMode: 'PAY_PER_REQUEST',
    }),
  );
  const assessments = assessmentsTable(documents, 'assessments');
  for (let n = 0; n < COMPANIES; n += 1) {
    // More than one page of a scan, and not in the order of the codes
    const enterpriseCode = `09${String((n * 7) % COMPANIES).padStart(8, '0')}`;
    const company = assessedCompany(enterpriseCode, { activityReasons: [`Lý do ${n} ${'ấ'.repeat(1000)}`] });
    await assessments.record(company, companyFacts({ enterpriseCode }), 2_000_000_000);
  }
  return documents;
}

describe('the file of companies', () => {
  it('a thread of its own writes and tells the same as the runner does for another endpoint', async () => {
    const db = await storedCompanies();
    const [own, other] = [temporaryFolder('companies'), temporaryFolder('companies')];
    const inThread = await companiesWritten({ db, ports: engines.ports }, 'assessments', join(own, 'c.jsonl'));
    const inRunner = await companiesWritten({ db }, 'assessments', join(other, 'c.jsonl'));
    expect(inThread).toEqual(inRunner);
    const lines = readFileSync(join(own, 'c.jsonl'), 'utf8');
    expect(lines === readFileSync(join(other, 'c.jsonl'), 'utf8')).toBe(true);
    const codes = inThread.map(({ enterpriseCode }) => enterpriseCode);
    expect(codes).toEqual([...new Set(codes)].sort());
    expect(lines.trim().split('\n')).toHaveLength(COMPANIES);
  });

  it('the results fail where the thread fails', async () => {
    const { documents: db } = clientsOf(engines.endpoints, { accessKeyId: 'local', secretAccessKey: 'local' });
    const file = join(temporaryFolder('companies'), 'c.jsonl');
    await expect(companiesWritten({ db, ports: engines.ports }, 'nowhere', file)).rejects.toThrow(/not found/u);
  });
});
