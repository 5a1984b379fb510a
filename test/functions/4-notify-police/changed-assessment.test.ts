import { describe, expect, it, vi } from 'vitest';
import { notifyPolice, type NotifyPolicePorts } from '#functions/4-notify-police/notify-police.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import type { AssessedCompany } from '#shared/tables/assessment-item.ts';
import { releasedAtOnce } from '#test/support/released-at-once.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import { aNotice } from '#test/support/a-notice.ts';
import { code } from '#test/support/sample-feeds.ts';

const now = () => new Date('2026-01-05T03:00:00.000Z');

/** A company that was flagged, whose verdict fell, and that was assessed once more before the police were notified. */
function fallen(verdict: 'watch' | 'flagged', standsSince: string) {
  const enterpriseCode = code(1);
  const assessed = {
    enterpriseCode,
    assessmentId: 'later',
    verdict,
    standsSince,
    people: [],
    findings: [],
    accounts: [],
    score: 0,
  };
  const write = vi.fn(async (_next: unknown) => true);
  const notifyLater = vi.fn(async (_messages: readonly unknown[], _seconds?: number) => undefined);
  const ports = {
    assessments: { get: async () => assessed as unknown as AssessedCompany, of: async () => new Map() },
    notices: { get: async () => aNotice(POLICE, enterpriseCode), write },
    outcomes: { record: async () => undefined, ofNotice: async () => [] },
    links: { bands: async () => new Map(), firstMembers: async () => [] },
    isReleased: releasedAtOnce,
    notifyLater,
    deliver: async () => undefined,
    issueDossier: async () => undefined,
    enter: async () => undefined,
    settlingSeconds: 60,
    rulesClock: rulesClock('real', now),
    now,
  } as unknown as NotifyPolicePorts;
  const handle = (assessmentId = 'earlier') => notifyPolice({ enterpriseCode, assessmentId }, ports);
  return { write, notifyLater, ports, handle };
}

const reasonsOf = (write: ReturnType<typeof fallen>['write']) =>
  write.mock.calls.map(([next]) => (next as { readonly withdrawnBecause?: string }).withdrawnBecause);

describe('a registration that changes while a notice of its company is written', () => {
  const STOOD_SINCE = '2026-01-05T02:00:00.000Z';

  it('the notice is written again at once where the registration was taken back meanwhile', async () => {
    const { write, ports, handle } = fallen('watch', STOOD_SINCE);
    const assessed = await ports.assessments.get(code(1));
    vi.spyOn(ports.assessments, 'get').mockResolvedValueOnce(assessed).mockResolvedValue(undefined);
    await handle('later');
    expect(reasonsOf(write)).toEqual(['verdict_fell', 'not_registered']);
  });

  it('the notice is written again at once where the company was registered and assessed again meanwhile', async () => {
    const { write, ports, handle } = fallen('watch', STOOD_SINCE);
    vi.spyOn(ports.assessments, 'get').mockResolvedValueOnce(undefined);
    await handle('later');
    expect(reasonsOf(write)).toEqual(['not_registered', 'verdict_fell']);
  });

  it('the notice is written once where the assessment stayed the same', async () => {
    const { write, handle } = fallen('watch', STOOD_SINCE);
    await handle('later');
    expect(reasonsOf(write)).toEqual(['verdict_fell']);
  });
});

describe('a message about an assessment before the present one', () => {
  it('the notice is withdrawn where the present assessment, too, does not flag the company', async () => {
    const { write, handle } = fallen('watch', '2026-01-05T02:00:00.000Z');
    await handle();
    expect(write.mock.calls.map(([next]) => next)).toEqual([expect.objectContaining({ state: 'withdrawn' })]);
  });

  it('the message waits until the present assessment has settled, and then names it', async () => {
    const { write, notifyLater, handle } = fallen('watch', '2026-01-05T02:59:30.000Z');
    await handle();
    expect(write).not.toHaveBeenCalled();
    expect(notifyLater.mock.calls).toEqual([[[{ enterpriseCode: code(1), assessmentId: 'later' }], 30]]);
  });

  it('nothing is done where the present assessment flags the company and settles, because its own message is to come', async () => {
    const { write, notifyLater, handle } = fallen('flagged', '2026-01-05T02:59:30.000Z');
    await handle();
    expect(write).not.toHaveBeenCalled();
    expect(notifyLater).not.toHaveBeenCalled();
  });

  it('the notice is looked at where the present assessment has settled, because its message may have been handled before the notice was written', async () => {
    const { write, handle } = fallen('flagged', '2026-01-05T02:00:00.000Z');
    await handle();
    expect(write.mock.calls.map(([next]) => next)).toEqual([
      expect.objectContaining({ state: 'in_force', sequence: aNotice(POLICE, code(1)).sequence + 1 }),
    ]);
  });
});
