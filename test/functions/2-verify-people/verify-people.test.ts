import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler } from '#functions/2-verify-people/handler.ts';
import type { PoliceSource } from '#functions/2-verify-people/police-source.ts';
import { PoliceServiceRefused, PoliceServiceUnavailable } from '#shared/clients/police-verification.ts';
import type { RegistrationRow } from '#shared/domain/facts/fold-version.ts';
import { UNCHECKED } from '#shared/domain/identity-match/choose-match.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import type { Verification } from '#shared/tables/verifications.ts';
import { declared } from '#test/support/people.ts';
import { lambdaContext, record, sqsEvent } from '#test/support/sqs.ts';

const [FINE, TROUBLED] = ['0901150498', '0900189284'] as const;
const NOW = new Date('2026-01-05T03:00:00Z');
const rowOf = (enterpriseCode: string): RegistrationRow => ({
  company: {
    enterpriseCode,
    name: 'CÔNG TY TNHH THỬ',
    legalForm: 'TNHH1TV',
    registeredOn: '2025-06-01',
    headOfficeAddress: 'Số 1, đường Trưng Trắc, phường Phố Hiến, tỉnh Hưng Yên',
    charterCapital: 1_000_000_000,
  },
  person: declared({ documentNumber: enterpriseCode === TROUBLED ? '033190999999' : '033190123456' }),
  position: 0,
});

describe('2-verify-people', () => {
  let recorded: Verification[];
  let told: Record<'assess' | 'later' | 'parked', unknown[]>;
  beforeEach(() => {
    recorded = [];
    told = { assess: [], later: [], parked: [] };
  });
  /** Verifies both companies with a police service that has trouble with the person of one. */
  const verify = async (trouble: Error) => {
    const police: PoliceSource = {
      async verify({ documentNumber }) {
        if (documentNumber === '033190999999') throw trouble;
        return { verdict: UNCHECKED };
      },
    };
    const handler = createHandler({
      companies: { registrations: async (code) => [rowOf(code)] },
      verifications: { record: async (one) => recorded.push(one) > 0 },
      files: { coverage: async () => ({ identities: { latest: { identities: 'read' }, beingRead: false } }) },
      police,
      verifyLater: async (messages, delay) => void told.later.push(...messages, delay),
      assess: async (messages) => void told.assess.push(...messages),
      park: async (_record, why) => void told.parked.push(why),
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
    expect([recorded.map((one) => one.enterpriseCode), told.assess]).toEqual([[FINE], [{ enterpriseCode: FINE }]]);

  it.each([
    [new PoliceServiceUnavailable('timeout'), 120],
    [new PoliceServiceUnavailable('busy', 30), 30],
  ])(
    'asks again later of a company whose people an outage kept from being checked, and decides nothing: %s',
    async (outage, seconds) => {
      expect(await verify(outage)).toEqual([]);
      expect(told.later).toEqual([{ enterpriseCode: TROUBLED }, seconds]);
      expect(told.parked).toEqual([]);
      others();
    },
  );

  it('parks a company of whom the police refuse to answer, and says nothing of the person', async () => {
    expect(await verify(new PoliceServiceRefused('422'))).toEqual([]);
    expect(told).toMatchObject({ parked: ['police_service_refused: 422'], later: [] });
    others();
  });

  it('gives back alone a company on whom something else failed', async () => {
    expect(await verify(new Error('throttled'))).toEqual([{ itemIdentifier: 'm1' }]);
    expect(told).toMatchObject({ parked: [], later: [] });
    others();
  });
});
