import { addDays } from '#shared/domain/vietnamese/dates.ts';
import type { OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { seeded } from './seeded.ts';

/** The bank that never answers. */
export const SILENT_BANK = '970405';
const BANKS = ['970436', '970418', '970422', SILENT_BANK];
const RULES = ['REP_MISMATCH', 'PASS_THROUGH_AT_ONCE', 'NO_STAFF', 'ADDRESS_SHARED', 'CAPITAL_UNPAID'];
const TRADES = ['4669', '4679', '6820', '7020', '4101', undefined];
/** Communes of the old list, that went into 11953 and 11977, one that was split, and two of today's list. */
const OLD_COMMUNES = ['11956', '11959', '12367', '11989'];
const NEW_COMMUNES = ['11953', '11977', '12619'];

/**
 * A year of decided cases, case by case: confirmed, dismissed, overturned months later, withdrawn, or sent to a bank
 * that does not answer.
 */
export function* yearOfOutcomes(cases: number, seed = 1, firstDay = '2025-01-01'): Generator<readonly OutcomeFact[]> {
  const random = seeded(seed);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)]!;
  for (let n = 0; n < cases; n += 1) {
    const caseId = String(900_000_000 + n).padStart(10, '0');
    const flaggedOn = addDays(firstDay, Math.floor(random() * 365));
    const facts: OutcomeFact[] = [];
    const say = (
      kind: OutcomeFact['kind'],
      days: number,
      more: Partial<OutcomeFact>,
      by: OutcomeFact['by'] = 'machine',
    ) => {
      const on = addDays(flaggedOn, days);
      const said = { caseId, kind, on, at: `${on}T0${Math.min(9, facts.length % 10)}:00:00.000Z`, by, ...more };
      facts.push({ ...said, id: contentId(said) });
    };
    const isOld = flaggedOn < '2025-07-01';
    const police = { receiver: 'police', noticeId: contentId({ police: caseId }) } as const;
    say('flagged', 0, police);
    say('notified', 0, {
      ...police,
      sequence: 1,
      level: 'watch',
      rules: RULES.filter(() => random() < 0.4),
      ruleSet: '2026-11-5',
      score: Math.round(random() * 6000) / 100 + 40,
      commune: isOld ? pick(OLD_COMMUNES) : pick(NEW_COMMUNES),
      communeSince: isOld ? '2021-01-01' : '2025-07-01',
      trade: pick(TRADES),
    });
    if (random() < 0.8) say('acknowledged', 1, { ...police, sequence: 1 }, 'police');
    for (const bank of BANKS.filter(() => random() < 0.35)) {
      const notice = { receiver: `bank#${bank}`, noticeId: contentId({ bank, caseId }) } as const;
      say('proposed', 0, notice);
      const notified = 1 + Math.floor(random() * 5);
      say('released', notified, notice, 'police');
      say('notified', notified, { ...notice, sequence: 1, level: 'watch', reasonCodes: random() < 0.5 ? [5] : [1, 5] });
      if (bank === SILENT_BANK) continue;
      if (random() < 0.9) say('acknowledged', notified + Math.floor(random() * 8), { ...notice, sequence: 1 }, 'bank');
      if (random() < 0.7)
        say(
          'answered',
          notified + 8 + Math.floor(random() * 40),
          { ...notice, answer: pick(['acted', 'rejected'] as const) },
          'bank',
        );
      if (random() < 0.2) say(pick(['withdrawn', 'expired'] as const), notified + 60, { ...notice, sequence: 2 });
    }
    const fate = random();
    const decided = 10 + Math.floor(random() * 60);
    if (fate < 0.5) say('confirmed', decided, { ...police, isWritten: random() < 0.3 }, 'police');
    else if (fate < 0.75) say('dismissed', decided, police, 'police');
    else if (fate < 0.85) say('withdrawn', decided, { ...police, sequence: 2 });
    if (fate < 0.05) say('dismissed', decided + 120 + Math.floor(random() * 100), police, 'police');
    if (fate < 0.75 && fate > 0.5) say('withdrawn', decided + 1, { ...police, sequence: 2 });
    if (random() < 0.8) {
      const months = Array.from({ length: 8 }, (_, m) => addDays(flaggedOn, 30 * (m - 4)).slice(0, 7));
      const unique = [...new Set(months)];
      say('money', 120, { months: unique.map((period) => ({ period, credit: Math.floor(random() * 5e9) })) });
    }
    yield facts;
  }
}
