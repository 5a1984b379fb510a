import { randomBytes } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { createHandler } from '#functions/2-verify-people/handler.ts';
import { UNCHECKED } from '#shared/domain/identity/match/choose-match.ts';
import { MOST_PEOPLE } from '#shared/domain/identity/registration.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { type Verification, verificationsTable } from '#shared/tables/verifications.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';
import { correctablePerson } from '#test/support/correctable-person.ts';
import { flow } from '#test/support/flow.ts';
import { declared } from '#test/support/people.ts';
import { activities, code, registrations } from '#test/support/sample-feeds.ts';
import { lambdaContext, record, sqsEvent } from '#test/support/sqs.ts';

const TYPO = 'Người này có thể là người trong dữ liệu dân cư, chỉ khác một mục: đề nghị doanh nghiệp xác nhận rồi sửa.';

/** Each person was found under another number than typed, has an old number, and has two typos to be corrected. */
const troubled = (count: number): Verification => ({
  enterpriseCode: code(1),
  revision: 1,
  people: Array.from({ length: count }, (_, n) => ({
    ...correctablePerson(),
    documentStatus: 'expired' as const,
    proposedField: 'documentNumber' as const,
    maskedDocumentNumber: `****${String(n).padStart(4, '0')}`,
    birthYear: 1950 + (n % 50),
  })),
  worklist: Array.from({ length: 2 * count }, () => ({
    kind: 'correction' as const,
    field: 'documentNumber',
    current: randomBytes(6).toString('hex'),
    proposed: randomBytes(6).toString('hex'),
    why: TYPO,
  })),
});

describe('a company of very many people', () => {
  let table: string;
  let verifications: ReturnType<typeof verificationsTable>;
  beforeAll(async () => {
    const { db, createTable } = memoryDatabase();
    table = await createTable('verifications');
    verifications = verificationsTable(db, table);
  });

  it('an item has room for the results of as many people as a file may name', async () => {
    const all = troubled(MOST_PEOPLE);
    expect(await verifications.record({ ...all, name: 'CÔNG TY A' }, false, 2_000_000_000)).toBe(true);
    expect((await verifications.of([code(1)])).get(code(1))).toEqual(all);
  });

  it('a company is checked and assessed up to the last person allowed; further rows are rejected by row and column', async () => {
    const world = await flow();
    const people = Array.from({ length: MOST_PEOPLE + 2 }, (_, n) => ({
      code: code(1),
      document: `033085${String(100_000 + n)}`,
    }));
    await world.drop('registrations/cổ đông.csv', registrations(...people, { code: code(2) }));
    await world.settle();
    expect(world.receipt('registrations/cổ đông.csv')).toMatchObject({ accepted: MOST_PEOPLE + 1, rejected: 2 });
    const rejected = world.objects.get('receipts/registrations/cổ đông.csv.rejected.csv')?.toString() ?? '';
    expect(rejected).toContain(`${MOST_PEOPLE + 2},Mã số doanh nghiệp,too_many,`);
    expect(rejected).toContain(`có quá ${MOST_PEOPLE} người`);
    expect((await world.assessments.get(code(1)))?.people).toHaveLength(MOST_PEOPLE);
    expect((await world.assessments.get(code(2)))?.people).toHaveLength(1);
    expect(await world.parked.of('a-queue')).toEqual([]);

    const { revision = 0, peopleRef } = (await world.verifications.of([code(1)])).get(code(1)) ?? {};
    const next = { ...troubled(MOST_PEOPLE), revision: revision + 1, peopleRef, name: 'CÔNG TY A' };
    expect(await world.verifications.record(next, false, 2e9)).toBe(true);
    await world.drop('activities/a.csv', activities(`${code(1)},BHXH,30/06/2025,5,2025-Q2`));
    await world.settle();
    const worst = (await world.assessments.get(code(1)))?.people ?? [];
    expect(worst.filter(({ result }) => result === 'correctable')).toHaveLength(MOST_PEOPLE);
    expect(await world.parked.of('a-queue')).toEqual([]);
  });

  it('a company with too many people is rejected as one line of JSON', async () => {
    const world = await flow();
    const person = { role: 'member', fullName: 'Nguyễn Văn Mẫu', dateOfBirth: '1985-03-12', documentType: 'CCCD' };
    const line = {
      enterpriseCode: code(1),
      name: 'CÔNG TY CỔ PHẦN MẪU',
      legalForm: 'CP',
      registeredOn: '2025-01-15',
      headOfficeAddress: 'Số 12, đường Lê Lai, Phường Phố Hiến, Tỉnh Hưng Yên',
      charterCapital: 1_000_000_000,
      people: Array.from({ length: MOST_PEOPLE + 1 }, (_, n) => ({
        ...person,
        documentNumber: `033085${100_000 + n}`,
      })),
    };
    await world.drop('registrations/a.jsonl', JSON.stringify(line));
    await world.settle();
    expect(world.receipt('registrations/a.jsonl')).toMatchObject({ accepted: 0, rejected: 1 });
    expect(world.objects.get('receipts/registrations/a.jsonl.rejected.csv')?.toString()).toContain('too_many');
  });

  it('the first people of a company are checked where many files together name more than one file may, and the worklist says so', async () => {
    const parked: string[] = [];
    const people = Array.from({ length: 12 * MOST_PEOPLE }, (_, n) => declared({ documentNumber: `0330${n}` }));
    const company = {
      enterpriseCode: code(3),
      name: 'CÔNG TY CỔ PHẦN MẪU',
      legalForm: 'CP',
      registeredOn: '2025-06-01',
      headOfficeAddress: 'Số 1, đường Trưng Trắc, phường Phố Hiến, tỉnh Hưng Yên',
      charterCapital: 1_000_000_000,
    };
    const handler = createHandler({
      renewDrops: () => {},
      companies: {
        registered: async () => ({
          registrations: people.map((person, position) => ({ company, person, position })),
          settledTasks: new Map(),
        }),
      },
      verifications,
      files: {
        coverage: async () => [
          {
            sender: 'identities',
            spans: { identities: { from: '2025-12-31', to: '2025-12-31' } },
            subjects: {},
            statements: [],
            beingRead: false,
          },
        ],
      },
      police: { verify: async () => ({ verdict: UNCHECKED }) },
      verifyLater: async () => {},
      assess: async () => {},
      park: async (_record, why) => void parked.push(why),
      hash: keyedHash('a secret for tests'),
      expiry: () => 2_000_000_000,
      rulesClock: rulesClock('2025-12-31', () => new Date('2026-01-05T03:00:00Z')),
      now: () => new Date('2026-01-05T03:00:00Z'),
    });
    const event = sqsEvent(record('m1', { enterpriseCode: code(3) }));
    expect(await handler(event, lambdaContext())).toEqual({ batchItemFailures: [] });
    expect(parked).toEqual([]);
    const verified = (await verifications.of([code(3)])).get(code(3));
    expect(verified?.people).toHaveLength(MOST_PEOPLE);
    expect(verified?.worklist).toContainEqual(
      expect.objectContaining({ kind: 'conflict', field: 'people', proposed: String(12 * MOST_PEOPLE) }),
    );
  });
});
