import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { policeService } from '#functions/2-verify-people/police-service.ts';
import { PoliceServiceUnavailable, policeVerification } from '#shared/clients/police-verification.ts';
import type { DeclaredPerson } from '#shared/domain/identity/registration.ts';
import { keyedHash } from '#shared/runtime/keyed-hash.ts';
import { citizen, declared } from '#test/support/people.ts';
import { type PoliceServiceStandIn, policeServiceStandIn } from '#test/support/police-service-stand-in.ts';

const ON = '2025-01-15';
const SECRET = 'secret-of-the-tests';
/** A busy machine must not look like an outage. */
const LONG_MS = 60_000;

const corrected = (field: string, value: string) => ({ result: 'correctable', correction: { field, value } });
const named = (result: string) => ({ result, fields: { fullName: result } });

describe('policeService', () => {
  let service: PoliceServiceStandIn;
  beforeAll(async () => {
    service = await policeServiceStandIn(
      [
        citizen({ oldNumber: '145123456' }),
        citizen({
          documentNumber: '033171000111',
          fullName: 'Trần Thị Lý',
          dateOfBirth: '1971-01-30',
          status: 'BI_TRUY_NA',
          statusOn: '2024-01-01',
        }),
        citizen({ documentNumber: '033190123465', fullName: 'Lê Thị Hoa', dateOfBirth: '1990-08-24' }),
      ],
      SECRET,
    );
  });
  beforeEach(() => {
    service.mood = 'up';
    service.asked.length = 0;
  });
  afterAll(() => service.stop());

  const verify = (typed: Partial<DeclaredPerson>) =>
    policeService(policeVerification({ url: service.url, secret: SECRET, timeoutMs: LONG_MS }), keyedHash('s')).verify(
      declared(typed),
      ON,
      'none',
    );

  it('the police service is asked once where all data are right', async () => {
    expect(await verify({})).toEqual({
      verdict: {
        result: 'match',
        fields: { documentNumber: 'match', fullName: 'match', dateOfBirth: 'match', gender: 'match' },
        documentStatus: 'valid',
      },
      policeNumber: '033190123456',
    });
    expect(service.asked).toHaveLength(1);
    expect((await verify({ documentType: 'CMND', documentNumber: '145123456' })).verdict.result).toBe('match');
  });

  it.each<[string, Partial<DeclaredPerson>, object]>([
    ['digits swapped', { documentNumber: '033190123546' }, corrected('documentNumber', '033190123456')],
    ['digits swapped into another’s', { documentNumber: '033190123465' }, corrected('documentNumber', '033190123456')],
    ['day and month swapped', { dateOfBirth: '1990-11-03' }, corrected('dateOfBirth', '1990-03-11')],
    ['gender against the number', { gender: 'male' }, corrected('gender', 'female')],
    ['middle name left out', { fullName: 'Nguyễn Hồng Thúy' }, corrected('fullName', 'Nguyễn Thị Hồng Thúy')],
    ['marks dropped', { fullName: 'NGUYEN THI HONG THUY' }, named('variation')],
    ['a word of address', { fullName: 'Bà Nguyễn Thị Hồng Thúy' }, named('variation')],
    ['the tone mark on the other letter', { fullName: 'Nguyễn Thị Hồng Thuý' }, named('match')],
    [
      'i for y',
      { documentNumber: '033171000111', fullName: 'Trần Thị Lí', dateOfBirth: '1971-01-30' },
      { result: 'variation', documentStatus: 'wanted' },
    ],
    ['another person', { fullName: 'Phạm Thị Mai', dateOfBirth: '1985-12-24' }, { result: 'mismatch' }],
    ['another name', { fullName: 'Phạm Thị Mai' }, { result: 'mismatch' }],
    ['nobody', { documentNumber: '034190555555' }, { result: 'not_found' }],
  ])('%s', async (_what, typed, verdict) => {
    expect((await verify(typed)).verdict).toMatchObject(verdict);
    expect(service.asked.length).toBeLessThanOrEqual(6);
  });

  it('the result has the number that the police confirmed', async () => {
    expect((await verify({ documentNumber: '033190123546' })).policeNumber).toBe('033190123456');
    expect((await verify({ fullName: 'Phạm Thị Mai' })).policeNumber).toBeUndefined();
  });

  it('the same question goes to the police service under the same id', async () => {
    await verify({});
    await verify({});
    const [first, second] = service.asked.map(({ requestId }) => requestId);
    expect(first).toBe(second);
    expect(first).toMatch(/^k1-[\w-]{22}$/);
  });

  it('the police service is asked nothing about a passport', async () => {
    expect((await verify({ documentType: 'HC', documentNumber: 'M1234567', nationality: 'KR' })).verdict.result).toBe(
      'unchecked',
    );
    expect(service.asked).toHaveLength(0);
  });

  it('an outage of the police service decides nothing, even between two variants', async () => {
    service.mood = 'down';
    await expect(verify({})).rejects.toBeInstanceOf(PoliceServiceUnavailable);
    service.mood = ['up', 'garbage'];
    await expect(verify({ documentNumber: '034190555555' })).rejects.toBeInstanceOf(PoliceServiceUnavailable);
  });
});
