import { describe, expect, it } from 'vitest';
import { tallyOf } from '#shared/domain/outcomes/figures/tally.ts';
import type { OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';

const PERIOD = { from: '2025-01-01', to: '2025-06-30' };
let number = 0;
const police = { receiver: 'police', noticeId: 'p' } as const;
const bank = { receiver: 'bank#970436', noticeId: 'b', sequence: 1, reasonCodes: [5] } as const;
const fact = (kind: OutcomeFact['kind'], on: string, more: Partial<OutcomeFact> = police): OutcomeFact => ({
  caseId: '0900000011',
  kind,
  on,
  at: `${on}T03:00:00.000Z`,
  by: 'machine',
  id: String((number += 1)),
  ...more,
});
const clocks = (...facts: readonly OutcomeFact[]) => {
  const tally = tallyOf(PERIOD);
  tally.add(facts);
  return tally.figures().clocks;
};
const NONE = { due: 0, late: 0, kept: 0, missed: 0 };

describe('the deadlines of a period', () => {
  it.each([
    // 30 days from 31 March end on holidays that last until Sunday 4 May
    ['2025-03-31', '2025-05-05', 'kept'],
    ['2025-03-31', '2025-05-06', 'missed'],
    ['2025-03-31', undefined, 'late'],
    ['2025-06-10', undefined, 'due'],
    ['2025-06-10', '2025-07-01', 'due'],
  ] as const)('a flag of %s that the police decide on %s stands as %s', (flaggedOn, decidedOn, standing) => {
    const decided = decidedOn === undefined ? [] : [fact('confirmed', decidedOn)];
    expect(clocks(fact('flagged', flaggedOn), ...decided).policeAnswer).toEqual({ ...NONE, [standing]: 1 });
  });

  it('a flag that ended by itself needs no decision', () => {
    expect(clocks(fact('flagged', '2025-02-03'), fact('withdrawn', '2025-02-10')).policeAnswer).toEqual({
      ...NONE,
      kept: 1,
    });
  });

  it('a bank’s acknowledgement and its answer are each counted by their own deadline', () => {
    const issued = fact('notified', '2025-06-02', bank);
    const stand = (...more: readonly OutcomeFact[]) => clocks(issued, ...more);
    expect(stand()).toMatchObject({ bankAcknowledgement: { late: 1 }, bankAnswer: { due: 1 } });
    expect(stand(fact('acknowledged', '2025-06-05', bank))).toMatchObject({ bankAcknowledgement: { kept: 1 } });
    expect(stand(fact('answered', '2025-06-06', { ...bank, answer: 'acted' }))).toMatchObject({
      bankAcknowledgement: { missed: 1 },
      bankAnswer: { kept: 1 },
    });
  });

  it('an objection is open from its first day until somebody decides or its notice ends', () => {
    const objected = fact('objected', '2025-03-03', { ...bank, by: 'bank' });
    const { objectionReview } = clocks(objected);
    expect(objectionReview).toEqual({ ...NONE, late: 1 });
    expect(clocks(objected, fact('reviewed', '2025-03-17', bank)).objectionReview).toEqual({ ...NONE, kept: 1 });
    expect(clocks(objected, fact('reviewed', '2025-03-18', bank)).objectionReview).toEqual({ ...NONE, missed: 1 });
    expect(clocks(objected, fact('withdrawn', '2025-03-05', bank)).objectionReview).toEqual({ ...NONE, kept: 1 });
    expect(clocks(objected, fact('reviewed', '2025-03-05')).objectionReview).toEqual({ ...NONE, late: 1 });
  });

  it('a proposal is open from its first day until a person votes or it needs no vote any more', () => {
    const proposed = fact('proposed', '2025-01-24', bank);
    // Tết of 2025 lasted from Monday 27 January until Sunday 2 February
    expect(clocks(proposed, fact('released', '2025-02-03', bank)).noticeRelease).toEqual({ ...NONE, kept: 1 });
    expect(clocks(proposed, fact('refused', '2025-02-04', bank)).noticeRelease).toEqual({ ...NONE, missed: 1 });
    expect(clocks(proposed, fact('proposed', '2025-01-26', bank)).noticeRelease).toEqual({ ...NONE, late: 1 });
    expect(clocks(fact('proposed', '2025-06-30', bank)).noticeRelease).toEqual({ ...NONE, due: 1 });
    expect(clocks(fact('proposed', '2024-12-31', bank)).noticeRelease).toEqual(NONE);
  });
});
