import { describe, expect, it } from 'vitest';
import { sharedValues, withFormerValues } from '#shared/domain/risk/rings/shared-values.ts';
import type { Registration } from '#shared/domain/identity/registration.ts';

const registration: Registration = {
  ...{ enterpriseCode: '0900189284', name: 'CÔNG TY TNHH THỬ', legalForm: 'TNHH1TV', registeredOn: '2025-01-02' },
  ...{ headOfficeAddress: 'Không rõ', charterCapital: 1, phone: '0912345678', people: [] },
};
const valuesOf = (personRefs: string[], phones: string[]) =>
  sharedValues(
    registration,
    [{ role: 'legal_representative', personRef: 'own' }],
    { personRefs, ownRefs: [], phones },
    (kind, value) => [kind, value].join(':'),
  );

describe('sharedValues', () => {
  it('sharedValues shares the person behind an account, and not as one of its people', () => {
    expect(valuesOf(['other'], [])).toEqual([
      { kind: 'person', ref: 'own' },
      { kind: 'phone', ref: 'phone:0912345678' },
      { kind: 'holder', ref: 'other' },
    ]);
  });

  it('sharedValues shares the phones of accounts, each once, and says whether the registration has them too', () => {
    expect(valuesOf([], ['0912345678', '0987654321']).filter(({ kind }) => kind === 'phone')).toEqual([
      { kind: 'phone', ref: 'phone:0912345678', atBank: 'too' },
      { kind: 'phone', ref: 'phone:0987654321', atBank: 'alone' },
    ]);
  });

  it('sharedValues marks a person whom a bank names as representative', () => {
    const people = [
      { role: 'legal_representative', personRef: 'an', aliasRefs: ['an', 'her old number'] } as const,
      { role: 'member', personRef: 'binh', aliasRefs: ['binh'] } as const,
    ];
    const behind = { personRefs: [], ownRefs: ['her old number'], phones: [] };
    const values = sharedValues({ ...registration, phone: undefined }, people, behind, (_, value) => value);
    expect(values).toEqual([
      { kind: 'person', ref: 'an', atBank: 'too' },
      { kind: 'person', ref: 'binh' },
    ]);
  });

  it('sharedValues has two keys for an ambiguous lane with a slash, and one key for clearly named lanes', () => {
    const addressesOf = (lane: string) =>
      sharedValues(
        { ...registration, headOfficeAddress: `Số 3, ${lane}, đường Lê Lai, phường Phố Hiến, Hưng Yên` },
        [],
        { personRefs: [], ownRefs: [], phones: [] },
        (_kind, value) => value,
      ).flatMap(({ kind, ref }) => (kind === 'address' ? [ref] : []));
    const [outer, inner] = [addressesOf('ngách 5, ngõ 12'), addressesOf('ngách 12, ngõ 5')];
    expect([outer.length, inner.length]).toEqual([1, 1]);
    expect(addressesOf('ngách 12/5')).toEqual([...outer, ...inner]);
  });

  it('sharedValues keeps both keys of an address that may be in two communes, as uncertain ones', () => {
    const headOfficeAddress = '58 Chu Mạnh Trinh, Lê Lợi, Hưng Yên';
    const values = sharedValues(
      { ...registration, headOfficeAddress },
      [],
      { personRefs: [], ownRefs: [], phones: [] },
      (_, value) => value,
    );
    expect(values.filter(({ kind }) => kind === 'address')).toEqual([
      { kind: 'address', ref: '13120||chumanhtrinh||58|', unsure: true },
      { kind: 'address', ref: '11953||chumanhtrinh||58|', unsure: true },
    ]);
  });

  it('values of earlier registrations are former ones, the earliest first, so that later changes replace none', () => {
    const clean = (n: number): Registration => ({ ...registration, phone: `09000000${String(n + 10)}` });
    const former = [registration, ...Array.from({ length: 30 }, (_, n) => clean(n))];
    const hash = (kind: string, value: string) => `${kind}:${value}`;
    const [current, ...values] = withFormerValues([{ kind: 'phone', ref: 'phone:0900000010' }], former, hash);
    // Another registration had another phone, whatever its date
    expect(current).toEqual({ kind: 'phone', ref: 'phone:0900000010', joined: true });
    expect(values).toHaveLength(20);
    expect(values.slice(0, 2)).toEqual([
      { kind: 'phone', ref: 'phone:0912345678', former: true },
      { kind: 'phone', ref: 'phone:0900000011', former: true },
    ]);
  });

  it('a value has not joined later where no earlier registration had another one, or a bank reports it', () => {
    const current = [
      { kind: 'email' as const, ref: 'first e-mail' },
      { kind: 'phone' as const, ref: 'phone of an account', atBank: 'too' as const },
    ];
    const { email: _email, ...former } = registration;
    const values = withFormerValues(current, [former], (kind, value) => `${kind}:${value}`);
    expect(values.slice(0, 2)).toEqual(current);
  });
});
