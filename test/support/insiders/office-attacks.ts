import { addDays } from '#shared/domain/vietnamese/dates.ts';
import { isFairShare } from '#shared/tables/read-coverage.ts';
import type { SharedValue } from '#shared/domain/risk/rings/value-key.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';
import {
  again,
  type Attack,
  changed,
  condemn,
  type Facts,
  formerHeads,
  modelOf,
  onVictims,
  REGISTERED,
  type Target,
  valuesOf,
  withHead,
} from './attack.ts';
import { sales } from './declared-sales.ts';

/** The company's next version has another head, address and phone, which is a change of hands. */
const ofTheRing = (target: Target, over: (facts: Facts, n: number) => Partial<Facts> = () => ({})) =>
  changed(
    target,
    target.victims,
    (facts, n) => ({
      accounts: formerHeads(facts),
      changes: [
        ...facts.changes,
        ...(['representative', 'address'] as const).map((kind) => ({ kind, on: addDays(facts.asOf, -100) })),
      ],
      ...over(facts, n),
    }),
    (_, n) => registered(modelOf(target, n)),
  );

/** The values of a registration, which no bank reports of the other company. */
const registered = (model: WorldCompany | undefined): SharedValue[] =>
  valuesOf(model, REGISTERED).flatMap(({ kind, ref, atBank }) =>
    atBank === 'alone' ? [] : [{ kind, ref, joined: true }],
  );

/** False rows of one office about honest companies. */
export const OFFICE_ATTACKS: readonly Attack[] = [
  again(
    condemn(
      ['carriers'],
      'strangers as holders of all phones',
      onVictims(({ accounts }) => ({
        accounts: accounts.map((one, n) => ({ ...one, phoneOwner: 'other', strangersPhone: `phone ${n}` })),
      })),
    ),
  ),
  again(
    condemn(['carriers'], 'a person of a ring as holder of all phones', (target) =>
      changed(
        target,
        target.victims,
        ({ accounts }) => ({
          accounts: accounts.map((one, n) => ({ ...one, phoneOwner: 'other', strangersPhone: `phone ${n}` })),
        }),
        (_, n) => valuesOf(modelOf(target, n), ['person']).map(({ ref }): SharedValue => ({ kind: 'holder', ref })),
      ),
    ),
  ),
  again(
    condemn(
      ['registry'],
      'the representative’s name alone changed',
      onVictims((facts) => withHead(facts, { result: 'correctable' })),
    ),
  ),
  again(
    condemn(
      ['registry'],
      'the representative’s name and birth date changed',
      onVictims((facts) => withHead(facts, { result: 'mismatch', contradicted: true })),
    ),
  ),
  condemn(
    ['registry'],
    'the identity of a dead person as representative',
    onVictims((facts) => ({
      ...withHead(facts, { documentStatus: 'deceased' }),
      accounts: formerHeads(facts),
      changes: [...facts.changes, { kind: 'representative', on: addDays(facts.asOf, -100) }],
    })),
  ),
  condemn(['registry'], 'a shell’s head, address and phone', (target) => ofTheRing(target)),
  condemn(['registry'], 'the same, with a new date of registration', (target) =>
    ofTheRing(target, ({ registeredOn }, n) => ({
      registeredOn: modelOf(target, n)?.facts.registeredOn ?? registeredOn,
    })),
  ),
  condemn(['registry'], 'the honest heads in the registrations of shells', (target) => {
    const heads = new Map(target.shells.map((shell, n) => [shell, target.victims[n]]));
    return changed(
      target,
      target.shells,
      () => ({}),
      (shell) => registered(heads.get(shell)).filter(({ kind }) => ['person', 'phone', 'address'].includes(kind)),
    );
  }),
  condemn(
    ['registry'],
    'a denied authorisation',
    onVictims(({ asOf }) => ({ authorisationDeniedOn: addDays(asOf, -30) })),
  ),
  again(
    condemn(
      ['registry'],
      'a child as representative',
      // The police's birth date contradicts the row
      onVictims((facts) =>
        withHead(facts, {
          birthYear: Number(facts.registeredOn.slice(0, 4)) - 10,
          ...(facts.people.some(({ result }) => result === 'match') && { result: 'mismatch', contradicted: true }),
        }),
      ),
    ),
  ),
  again(
    condemn(
      ['police'],
      'another name for the representative’s number',
      onVictims((facts) => withHead(facts, { result: 'mismatch', contradicted: true })),
    ),
  ),
  again(
    condemn(
      ['police'],
      'a death before the role',
      onVictims((facts) => withHead(facts, { documentStatus: 'deceased', contradicted: true })),
    ),
  ),
  again(
    condemn(
      ['police'],
      'a cancelled document',
      onVictims((facts) => withHead(facts, { documentStatus: 'cancelled', contradicted: true })),
    ),
  ),
  condemn(['police'], 'an extract of one row that says it is complete', (target) =>
    changed(
      target,
      target.world.filter(({ shell }, n) => !shell && n % 2 === 0),
      (facts) => ({
        ...withHead(facts, { result: 'not_found' }),
        coverage: { ...facts.coverage, identities: isFairShare(1, target.world.length) ? 'whole' : 'listed' },
      }),
    ),
  ),
  condemn(
    ['police'],
    'listings of all accounts',
    onVictims(({ accounts, asOf }) => ({
      accounts: accounts.map((one) => ({ ...one, listing: { code: 3, on: addDays(asOf, -60), by: 'police' } })),
    })),
  ),
  again(
    condemn(
      ['tax'],
      'invoices of 90 billion a quarter',
      onVictims((facts) => ({ invoices: sales(facts, 90_000_000_000).invoices })),
    ),
  ),
  condemn(
    ['tax'],
    'no returns',
    onVictims(() => ({ returns: [], invoices: [] })),
  ),
  again(
    condemn(
      ['tax'],
      'returns of nothing',
      onVictims((facts) => sales(facts, 0)),
    ),
  ),
  condemn(
    ['tax'],
    'a status of risk',
    onVictims(({ asOf }) => ({ taxStatuses: [{ on: addDays(asOf, -40), code: '09', sub: '09-06' }] })),
  ),
  again(
    condemn(
      ['tax'],
      'a closed tax code and invoices',
      onVictims((facts) => ({
        taxStatuses: [{ on: addDays(facts.asOf, -40), code: '06' }],
        invoices: sales(facts, 90_000_000_000).invoices,
      })),
    ),
  ),
  again(
    condemn(['tax'], 'sales of a mill', (target) =>
      changed(
        target,
        target.victims,
        (facts) => ({ invoices: sales(facts, 90_000_000_000).invoices }),
        (_, n) => [{ kind: 'invoice', ref: `mill ${n % 6}` }],
      ),
    ),
  ),
  again(
    condemn(
      ['police'],
      'a card reported lost before the role',
      onVictims((facts) => withHead(facts, { documentStatus: 'reported_lost', contradicted: true })),
    ),
  ),
  condemn(
    ['insurance'],
    'nobody insured',
    onVictims(() => ({ insured: [] })),
  ),
  condemn(
    ['inspector'],
    'three visits that find nobody',
    onVictims(({ asOf }) => ({
      inspections: [200, 120, 40].map((days) => ({ on: addDays(asOf, -days), found: false })),
    })),
  ),
];
