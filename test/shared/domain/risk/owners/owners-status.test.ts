import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { DeclaredOwner, Holder, Holding } from '#shared/domain/risk/owners/holding.ts';
import { ownersClock, ownersStatus } from '#shared/domain/risk/owners/owners-status.ts';
import { type OwnersAsked, personsBehind } from '#shared/domain/risk/owners/persons-behind.ts';

const CODE = '0900000011';
const AN: Holder = { kind: 'person', name: 'Nguyễn Văn An', number: '033085000001' };
const BINH: Holder = { kind: 'person', name: 'Trần Thị Bình', number: '033085000002' };
const FUND: Holder = { kind: 'organisation', name: 'Công ty Quỹ', number: '0900000022' };
const holds = (holder: Holder, share: number, since = '2025-08-01', votingShare?: number): Holding => ({
  holder,
  share,
  votingShare,
  since,
  from: { file: 'registrations/thanh-vien.csv', row: 2 },
});
const declares = (holder: Holder | undefined, share?: number, declaredOn = '2025-08-01'): DeclaredOwner => ({
  holder,
  share,
  declaredOn,
  from: { file: 'registrations/chu-so-huu.csv', row: 3 },
});
const asked = (over: Partial<OwnersAsked> = {}): OwnersAsked => ({
  enterpriseCode: CODE,
  legalForm: 'TNHH2TV',
  registeredOn: '2025-08-01',
  changedOn: [],
  holdings: new Map([[CODE, [holds(AN, 60), holds(BINH, 40)]]]),
  declared: [declares(AN, 60), declares(BINH, 40)],
  partners: [],
  heard: true,
  asOf: '2025-12-31',
  ...over,
});
const none = { missing: [], surplus: [], contradicting: [] };

describe('the state of a company’s declaration of its beneficial owners', () => {
  it('a declaration that its members bear out has no fault', () => {
    expect(ownersStatus(asked())).toEqual({ state: 'declared', ...none });
  });

  it.each(['DNTN', 'HKD'])('%s has no legal personality and is exempt', (legalForm) => {
    expect(ownersStatus(asked({ legalForm, declared: [] }))).toEqual({ state: 'exempt', ...none });
  });

  it('a company of before July 2025 has until its next change of registration', () => {
    const older = { registeredOn: '2020-01-01', declared: [] };
    expect(ownersStatus(asked(older)).state).toBe('not_due');
    expect(ownersStatus(asked({ ...older, changedOn: ['2024-01-01'] })).state).toBe('not_due');
    expect(ownersStatus(asked({ ...older, changedOn: ['2025-09-01'] }))).toMatchObject({
      state: 'overdue',
      dueOn: '2025-09-01',
    });
  });

  it('a change of members before July 2025 is not overdue', () => {
    const holdings = new Map([[CODE, [holds(AN, 60, '2019-01-01'), holds(BINH, 40, '2023-06-24')]]]);
    const old = { registeredOn: '2019-01-01', holdings, declared: [declares(AN, 60, '2019-01-01')] };
    expect(ownersStatus(asked(old))).toMatchObject({ state: 'declared', missing: [{ holder: BINH }] });
  });

  it('a company founded since declares at its founding, and its members show whom it should have named', () => {
    const { state, dueOn, missing } = ownersStatus(asked({ declared: [] }));
    expect([state, dueOn, missing.map(({ holder }) => holder.name)]).toEqual([
      'overdue',
      '2025-08-01',
      [AN.name, BINH.name],
    ]);
  });

  it('nothing is overdue where nobody’s declarations were received, or where the members are not known', () => {
    expect(ownersStatus(asked({ declared: [], heard: false })).state).toBe('unknown');
    expect(ownersStatus(asked({ declared: [], holdings: new Map() })).state).toBe('unknown');
  });

  it('a company that declared none although a member has a large share is asked for that member by article and row', () => {
    const { state, missing } = ownersStatus(asked({ declared: [declares(undefined)] }));
    expect(state).toBe('declared_none');
    expect(missing[0]).toMatchObject({
      holder: AN,
      share: 60,
      article: expect.stringContaining('168/2025'),
      from: { file: 'registrations/thanh-vien.csv', row: 2 },
    });
  });

  it('a change is no fault for ten days, and then the declaration is overdue', () => {
    const moved = new Map([[CODE, [holds(AN, 100), holds(AN, 60, '2025-12-01'), holds(BINH, 40, '2025-12-01')]]]);
    const change = { holdings: moved, declared: [declares(AN, 100)] };
    expect(ownersStatus(asked({ ...change, asOf: '2025-12-11' }))).toEqual({ state: 'declared', ...none });
    expect(ownersStatus(asked({ ...change, asOf: '2025-12-12' }))).toMatchObject({
      state: 'overdue',
      dueOn: '2025-12-11',
      missing: [{ holder: BINH, share: 40, article: expect.stringContaining('Điều 52') }],
      contradicting: [{ holder: AN, share: 60, declaredShare: 100 }],
    });
  });

  it('a change that leaves the owners as they were, or a first list of later than the declaration, opens no term', () => {
    const wrong = { declared: [declares(AN, 50), declares(BINH, 40)] };
    const others = [holds(AN, 60), holds(BINH, 40), holds(FUND, 0, '2025-09-01')];
    const listedLate = [holds(AN, 60, '2025-09-01'), holds(BINH, 40, '2025-09-01')];
    for (const own of [others, listedLate])
      expect(ownersStatus(asked({ ...wrong, holdings: new Map([[CODE, own]]) }))).toMatchObject({
        state: 'declared',
        contradicting: [{ holder: AN }],
      });
  });

  it.each<[status: string | undefined, Partial<OwnersAsked>]>([
    ['kept', {}],
    ['missed', { declared: [declares(AN, 60, '2025-08-02'), declares(BINH, 40, '2025-08-02')] }],
    ['late', { declared: [] }],
    ['due', { declared: [], asOf: '2025-08-01' }],
    [undefined, { declared: [], registeredOn: '2020-01-01' }],
    [undefined, { declared: [], heard: false }],
    [undefined, { legalForm: 'DNTN' }],
  ])('the term of the declaration is %s', (status, over) => {
    expect(ownersClock(asked(over), ownersStatus(asked(over)))).toBe(status);
  });

  it('somebody with a small share is surplus, unless the company names a kind of control', () => {
    const holdings = new Map([[CODE, [holds(AN, 90), holds(BINH, 10)]]]);
    const declared = [declares(AN, 90), declares(BINH, 10)];
    expect(ownersStatus(asked({ holdings, declared })).surplus).toMatchObject([{ holder: BINH, declaredShare: 10 }]);
    const byControl = [declares(AN, 90), { ...declares(BINH, 10), control: 'Bổ nhiệm giám đốc' }];
    expect(ownersStatus(asked({ holdings, declared: byControl }))).toEqual({ state: 'declared', ...none });
  });

  it('a part behind which nobody is known may be anybody’s, and that of the State is nobody’s', () => {
    const through = (name: string) =>
      ownersStatus(
        asked({
          legalForm: 'TNHH2TV',
          holdings: new Map([[CODE, [holds(AN, 20), holds({ kind: 'organisation', name, number: '' }, 80)]]]),
          declared: [declares(AN, 45)],
        }),
      );
    expect(through('Công ty Không Rõ')).toMatchObject({ surplus: [], contradicting: [] });
    expect(through('Ủy ban nhân dân tỉnh Hưng Yên').surplus).toMatchObject([{ holder: AN }]);
  });

  it('the owners of an organisation are asked for, and a joint-stock company names the organisation too', () => {
    const holdings = new Map([
      [CODE, [holds(FUND, 100)]],
      [FUND.number, [holds(AN, 30), holds(BINH, 70)]],
    ]);
    const names = (legalForm: string) =>
      ownersStatus(asked({ legalForm, holdings, declared: [declares(BINH, 70)] })).missing.map(
        ({ holder }) => holder.name,
      );
    expect(names('TNHH1TV')).toEqual([AN.name]);
    expect(names('CP')).toEqual([AN.name, FUND.name]);
  });
});

it('those behind a company are its owners of the day and the declared ones, and never more than there can be', () => {
  const holdings = new Map([[CODE, [holds(AN, 70), holds(BINH, 20)]]]);
  expect(personsBehind(asked({ holdings, declared: [declares(BINH, 20)] }))).toEqual([AN, BINH]);
  expect(personsBehind(asked({ holdings, declared: [declares(BINH, 20, '2026-01-01')] }))).toEqual([AN]);
  const many = Array.from({ length: 5000 }, (_, n) => declares({ ...BINH, number: `0330850${10_000 + n}` }, 1));
  expect(personsBehind(asked({ holdings, declared: many }))).toHaveLength(20);
});

it('the list that follows from any cap table is without fault, and without one of its owners that one is missing', () => {
  const people = Array.from(
    { length: 6 },
    (_, n): Holder => ({ kind: 'person', name: `Người ${n}`, number: `03308500010${n}` }),
  );
  const table = (codes: readonly string[]) =>
    fc.array(fc.nat(10), { minLength: people.length + codes.length, maxLength: people.length + codes.length });
  const codes = [CODE, FUND.number, '0900000033'];
  fc.assert(
    fc.property(fc.tuple(table(codes), table(codes), table(codes)), fc.nat(5), (weights, left) => {
      const holdings = new Map(
        codes.map((code, n) => {
          const own = (weights[n] ?? []).map((weight, at) => (codes[at - people.length] === code ? 0 : weight));
          const sum = own.reduce((total, weight) => total + weight, 0);
          const holders = [
            ...people,
            ...codes.map((number): Holder => ({ kind: 'organisation', name: number, number })),
          ];
          return [
            code,
            own.flatMap((weight, at) => (weight > 0 && holders[at] ? [holds(holders[at], (100 * weight) / sum)] : [])),
          ];
        }),
      );
      const due = ownersStatus(asked({ holdings, declared: [declares(undefined)] })).missing;
      const list = due.map(({ holder, share, votingShare }) => ({ ...declares(holder, share), votingShare }));
      const declared = list.length > 0 ? list : [declares(undefined)];
      expect(ownersStatus(asked({ holdings, declared }))).toMatchObject(none);
      const without = list.filter((_, n) => n !== left % Math.max(1, list.length));
      if (list.length > 1)
        expect(ownersStatus(asked({ holdings, declared: without })).missing).toHaveLength(list.length - without.length);
    }),
    { numRuns: 1000 },
  );
});
