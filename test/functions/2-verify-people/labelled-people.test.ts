import { beforeAll, describe, expect, it } from 'vitest';
import { policeExtract } from '#functions/2-verify-people/police-extract.ts';
import type { PoliceAnswer } from '#functions/2-verify-people/police-source.ts';
import { type LabelledPerson, labelledWorld } from '#test/support/labelled-world.ts';
import { type CountedRecords, policeRecordsOf } from '#test/support/police-records-of.ts';

describe('people of the labelled province', () => {
  const answers: { label: LabelledPerson; answer: PoliceAnswer }[] = [];
  let asked: CountedRecords;

  beforeAll(async () => {
    const { people, police } = await labelledWorld();
    asked = await policeRecordsOf(police);
    const source = policeExtract(asked.records);
    for (const label of people)
      answers.push({ label, answer: await source.verify(label.person, label.roleTakenOn, 'whole') });
  });

  it('at least 99.5 of 100 labelled people get the labelled result, and 98 of each kind', () => {
    const kinds = Map.groupBy(answers, ({ label }) => `${label.why || 'plain'} → ${label.expected}`);
    const shares = new Map([...kinds].map(([kind, some]) => [kind, some.filter(isRight).length / some.length]));
    console.table(
      Object.fromEntries([...kinds].map(([kind, some]) => [kind, { people: some.length, right: shares.get(kind) }])),
    );
    expect(answers.length).toBeGreaterThan(4000);
    expect(answers.filter(isRight).length / answers.length).toBeGreaterThanOrEqual(0.995);
    expect([...shares].filter(([, share]) => share < 0.98)).toEqual([]);
  });

  it('a labelled person gets a right correction or none, and one wherever a typo was made', () => {
    const corrections = answers.flatMap(({ label, answer: { verdict } }) =>
      verdict.correction ? [{ label, ...verdict.correction }] : [],
    );
    const wrong = corrections.filter(({ label, field, value }) => label.truth[field] !== asLabelled(value));
    const due = answers.filter(({ label }) => label.expected === 'correctable');
    console.table({ corrections: { made: corrections.length, due: due.length, wrong: wrong.length } });
    expect(wrong).toEqual([]);
    expect(corrections.length).toBeGreaterThan(0.98 * due.length);
  });

  it('a labelled person is found under their own number, in little more than one request', () => {
    const astray = answers.filter(
      ({ label, answer }) => answer.policeNumber && answer.policeNumber !== label.truth['documentNumber'],
    );
    expect(astray).toEqual([]);
    console.table({ requests: { people: answers.length, 'a person': asked.requests / answers.length } });
    expect(asked.requests / answers.length).toBeLessThan(1.2);
  });
});

const isRight = ({ label, answer }: { label: LabelledPerson; answer: PoliceAnswer }) =>
  answer.verdict.result === label.expected;

const GENDERS: Readonly<Record<string, string>> = { male: 'Nam', female: 'Nữ' };
const asLabelled = (value: string) => GENDERS[value] ?? value.replace(/^(\d{4})-(\d\d)-(\d\d)$/, '$3/$2/$1');
