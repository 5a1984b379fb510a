import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler } from '#functions/2-verify-people/handler.ts';
import type { PoliceSource } from '#functions/2-verify-people/police-source.ts';
import { PoliceServiceRefused, PoliceServiceUnavailable } from '#shared/clients/police-verification.ts';
import type { RegistrationRow } from '#shared/domain/risk/facts/fold-version.ts';
import type { PersonVerdict } from '#shared/domain/identity/person-verdict.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import type { Verification } from '#shared/tables/verifications.ts';
import { declared } from '#test/support/people.ts';
import { lambdaContext, record, sqsEvent } from '#test/support/sqs.ts';

const [FINE, TROUBLED] = ['0901150498', '0900189284'] as const;
const NOW = new Date('2026-01-05T03:00:00Z');
const rowOf = (enterpriseCode: string, documentNumber: string, position: number): RegistrationRow => ({
  company: {
    enterpriseCode,
    name: 'CÔNG TY TNHH THỬ',
    legalForm: 'TNHH1TV',
    registeredOn: '2025-06-01',
    headOfficeAddress: 'Số 1, đường Trưng Trắc, phường Phố Hiến, tỉnh Hưng Yên',
    charterCapital: 1_000_000_000,
  },
  person: declared({ documentNumber }),
  position,
});
/** The first company has three people, and the police service fails for the second. */
const rowsOf = (enterpriseCode: string): RegistrationRow[] =>
  (enterpriseCode === TROUBLED ? ['033190000001', '033190999999', '033190000003'] : ['033190123456']).map((number, n) =>
    rowOf(enterpriseCode, number, n),
  );

const MATCH: PersonVerdict = {
  result: 'match',
  fields: { documentNumber: 'match', fullName: 'match', dateOfBirth: 'match', gender: 'match' },
  documentStatus: 'valid',
};

describe('2-verify-people', () => {
  let recorded: Verification[];
  let sent: Record<'assess' | 'later' | 'parked', unknown[]>;
  beforeEach(() => {
    recorded = [];
    sent = { assess: [], later: [], parked: [] };
  });
  /** Verifies both companies with a police service that fails for a person of one. */
  const verify = async (trouble: Error, standing?: Verification) => {
    const police: PoliceSource = {
      async verify({ documentNumber }) {
        if (documentNumber === '033190999999') throw trouble;
        return { verdict: MATCH };
      },
    };
    const handler = createHandler({
      renewDrops: () => {},
      companies: { registered: async (code) => ({ registrations: rowsOf(code), settledTasks: new Map() }) },
      verifications: {
        record: async (one) => recorded.push(one) > 0,
        of: async () => new Map(standing ? [[TROUBLED, standing]] : []),
      },
      files: {
        coverage: async () => [
          {
            sender: 'identities',
            ...{ spans: { identities: { from: 'read', to: 'read' } }, subjects: {}, statements: [], beingRead: false },
          },
        ],
      },
      police,
      verifyLater: async (messages, delay) => void sent.later.push(...messages, delay),
      assess: async (messages) => void sent.assess.push(...messages),
      park: async (_record, why) => void sent.parked.push(why),
      hash: keyedHash('a secret for tests'),
      expiry: () => 2_000_000_000,
      rulesClock: rulesClock('2025-12-31', () => NOW),
      now: () => NOW,
    });
    const event = sqsEvent(record('m1', { enterpriseCode: TROUBLED }), record('m2', { enterpriseCode: FINE }));
    const { batchItemFailures } = await handler(event, lambdaContext());
    return batchItemFailures;
  };
  const others = () =>
    expect([recorded.map((one) => one.enterpriseCode), sent.assess]).toEqual([[FINE], [{ enterpriseCode: FINE }]]);

  it.each([
    [new PoliceServiceUnavailable('timeout'), 120],
    [new PoliceServiceUnavailable('busy', 30), 30],
  ])('a company whose people could not be checked in an outage is checked again later: %s', async (outage, seconds) => {
    expect(await verify(outage)).toEqual([]);
    expect(sent.later).toEqual([{ enterpriseCode: TROUBLED, tries: 1 }, seconds]);
    expect(sent.parked).toEqual([]);
    others();
  });

  it('the others of a company are checked where the police refuse one person, who stays unchecked, and the question is parked', async () => {
    expect(await verify(new PoliceServiceRefused('422'))).toEqual([]);
    expect(sent).toMatchObject({ parked: ['police_service_refused: 422'], later: [] });
    const troubled = recorded.find(({ enterpriseCode }) => enterpriseCode === TROUBLED);
    expect(troubled?.people.map(({ result }) => result)).toEqual(['match', 'unchecked', 'match']);
    expect(sent.assess).toEqual(expect.arrayContaining([{ enterpriseCode: TROUBLED }, { enterpriseCode: FINE }]));
  });

  it('an earlier result stays where the police refuse to answer, so that no flag is withdrawn', async () => {
    await verify(new PoliceServiceRefused('422'));
    const [first] = recorded.filter(({ enterpriseCode }) => enterpriseCode === TROUBLED);
    if (!first) throw new Error('nothing was recorded');
    const people = first.people.map((person) => ({ ...person, result: 'mismatch' as const }));
    recorded = [];
    await verify(new PoliceServiceRefused('422'), { ...first, people });
    const again = recorded.find(({ enterpriseCode }) => enterpriseCode === TROUBLED);
    expect(again?.people.map(({ result }) => result)).toEqual(['match', 'mismatch', 'match']);
  });

  it('only the message of a company with another error is returned to the queue', async () => {
    expect(await verify(new Error('throttled'))).toEqual([{ itemIdentifier: 'm1' }]);
    expect(sent).toMatchObject({ parked: [], later: [] });
    others();
  });
});
