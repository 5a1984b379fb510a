import { beforeAll, describe, expect, it } from 'vitest';
import { policeExtract } from '#functions/2-verify-people/police-extract.ts';
import type { PoliceAnswer } from '#functions/2-verify-people/police-source.ts';
import { type EvasivePerson, population, random, mistypedPeople, thieves } from '#test/support/evasive-people.ts';
import { policeRecordsOf } from '#test/support/police-records-of.ts';

const CITIZENS = Number(process.env['EVASIVE_CITIZENS'] ?? 20_000);
const ASKED = 6_000;

describe('people who type loosely and people who steal', () => {
  const answers: (EvasivePerson & { answer: PoliceAnswer })[] = [];

  beforeAll(async () => {
    const chance = random(20_251_231);
    const citizens = population(CITIZENS, chance);
    const { records } = await policeRecordsOf(citizens);
    const source = policeExtract(records);
    const people = [
      ...mistypedPeople(citizens.slice(0, ASKED), chance),
      ...thieves(citizens.slice(0, ASKED / 4), chance),
    ];
    for (const asked of people)
      answers.push({ ...asked, answer: await source.verify(asked.person, '2025-01-15', 'whole') });
  });

  it('at least 99 of 100 people who type loosely or steal an identity get the right result', () => {
    const wrong = answers.filter(({ expected, answer }) => answer.verdict.result !== expected);
    const kinds = Map.groupBy(wrong, ({ kind, expected, answer }) => `${kind}: ${expected} → ${answer.verdict.result}`);
    console.table(Object.fromEntries([...kinds].map(([kind, some]) => [kind, some.length])));
    console.table({ people: answers.length, right: 1 - wrong.length / answers.length });
    expect(1 - wrong.length / answers.length).toBeGreaterThanOrEqual(0.99);
  });

  it('a person with a corrected typo is never called another person', () => {
    const astray = answers.filter(
      ({ meant, answer }) => answer.policeNumber !== undefined && meant !== undefined && answer.policeNumber !== meant,
    );
    expect(astray).toEqual([]);
    const cleared = answers.filter(({ meant, answer }) => meant === undefined && answer.policeNumber !== undefined);
    expect(cleared.length / answers.length).toBeLessThan(0.005);
  });
});
