import { beforeAll, describe, expect, it } from 'vitest';
import type { Target } from '#test/support/insiders/attack.ts';
import { ATTACKS } from '#test/support/insiders/attacks.ts';
import { assessedIn, outcomeOf, surveyOf, targetOf } from '#test/support/insiders/judge-attack.ts';
import { AS_OF, REAL_PROVINCE } from '#test/support/labelled-province.ts';
import { worldFacts } from '#test/support/world-facts/world-facts.ts';

/** Rows that flag nobody and hide nobody, or rows that are missing; a manifest is refused when it is read. */
const UNNOTICED: ReadonlySet<string> = new Set([
  'an extract of one row that says it is complete',
  'no returns',
  'nobody insured',
  'three visits that find nobody',
  'one insured',
  'listings of all accounts',
  'an account with receivers so large that the others are no main ones',
  'three victims’ reports about each',
  'a thousandfold capital, unpaid, and reports asked for in vain',
  'quick days on the accounts of its customers',
  'strangers as representatives and phones of its customers’ accounts',
  'no phone is anybody’s',
  'a date of registration in 2012',
  'a household before, another trade, paid capital',
  'a legal status of suspension',
  'a closed tax code',
  'ended listings and withdrawn reports',
  'the shells’ people and phones at 70 honest companies',
  'invoices of the shells’ mills for 70 honest companies',
  'another representative, whom the police know',
]);

describe('false rows of one sender about many companies of a province', () => {
  let before: ReturnType<typeof assessedIn> = new Map();
  let target: Target;
  beforeAll(async () => {
    const world = await worldFacts(REAL_PROVINCE, AS_OF);
    before = assessedIn(world);
    target = targetOf(world, '970418', before);
  });

  it('sixty honest companies and most shells are attacked', () => {
    expect(target.victims).toHaveLength(60);
    expect(target.shells.length).toBeGreaterThan(40);
  });

  it('nobody is named to the operator where nobody writes false rows', () => {
    expect(surveyOf(target.world).doubted).toEqual([]);
  });

  it('a bank that attacks five companies flags none of them', () => {
    const five = { ...target, victims: target.victims.slice(0, 5) };
    const [invented] = ATTACKS;
    expect(invented && outcomeOf(invented, five, before)).toMatchObject({ attacked: 5, flagged: 0, bystanders: 0 });
  });

  it.each(ATTACKS.map((attack) => [`${attack.by.join(', ')}: ${attack.name}`, attack] as const))('%s', (_, attack) => {
    const { flagged, ifFew, bystanders, cleared, noticed } = outcomeOf(attack, target, before);
    expect(flagged).toBe(0);
    expect(noticed.length > 0).toBe(!UNNOTICED.has(attack.name));
    // A bank tells of its customers what nobody else can
    if (!attack.by.includes('bank')) expect(ifFew).toBe(0);
    expect(bystanders).toBe(0);
    expect(cleared).toBe(0);
  });
});
