import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { afterAttempt, attemptedDelivery, nextDelivery } from '#shared/domain/notification/delivery/next-delivery.ts';
import type { Delivery } from '#shared/domain/notification/delivery/delivery.ts';
import { HEALTHY } from '#shared/domain/notification/delivery/endpoint-health.ts';
import { instantAfter } from '#shared/domain/notification/delivery/instant.ts';

const START = new Date('2026-03-02T01:00:00.000Z');
const at = (seconds: number) => new Date(instantAfter(START, seconds));
const notice = (sequence = 1, answered = false, causedByReceiver = false) => ({
  receiver: 'bank#970436',
  noticeId: 'n',
  sequence,
  changedAt: START.toISOString(),
  answered,
  causedByReceiver,
});
const begun = (sequence = 1) => nextDelivery(undefined, notice(sequence), HEALTHY, START).delivery;
const delivered = (delivery: Delivery, seconds: number) =>
  afterAttempt(
    attemptedDelivery(delivery, at(seconds)),
    { kind: 'delivered' },
    { health: HEALTHY, now: at(seconds), random: 0 },
  );
const resting = { failures: 3, restUntil: at(600).toISOString() };

describe('nextDelivery', () => {
  it('nextDelivery is due at once for a new notice and for a new sequence, whatever the state of the old one', () => {
    expect(nextDelivery(undefined, notice(), HEALTHY, START).due).toBe(true);
    const waiting = { ...begun(), attempts: 6, nextAttemptAt: at(9000).toISOString() };
    const next = nextDelivery(waiting, notice(2), HEALTHY, at(60));
    expect(next).toMatchObject({ due: true, delivery: { sequence: 2, attempts: 0, since: at(60).toISOString() } });
  });
  it('nextDelivery changes nothing where nothing is to be done', () => {
    const waiting = { ...begun(), nextAttemptAt: at(9000).toISOString() };
    expect(nextDelivery(waiting, notice(), HEALTHY, at(60))).toEqual({ delivery: waiting, due: false });
    expect(nextDelivery(waiting, notice(), HEALTHY, at(60)).delivery).toBe(waiting);
    const done = delivered(begun(), 1);
    expect(nextDelivery(done, notice(), HEALTHY, at(60)).delivery).toBe(done);
  });
  it('nextDelivery ignores an older notice', () => {
    const second = delivered(begun(2), 1);
    expect(nextDelivery(second, notice(1), HEALTHY, at(60)).delivery).toBe(second);
  });
  it('nextDelivery waits while the endpoint is paused, and is checked again later', () => {
    const { due, delivery } = nextDelivery(begun(), notice(), resting, at(60));
    expect(due).toBe(false);
    expect((delivery.checkAt ?? '') > resting.restUntil).toBe(true);
    expect(nextDelivery(delivery, notice(), resting, at(70)).delivery).toBe(delivery);
  });
  it('a delivery is given up after 75 hours behind an endpoint that is down', () => {
    const dead = { failures: 60, restUntil: at(76 * 3600 + 600).toISOString() };
    expect(nextDelivery(begun(), notice(), dead, at(70 * 3600)).delivery.state).toBe('waiting');
    expect(nextDelivery(begun(), notice(), dead, at(76 * 3600)).delivery).toMatchObject({
      state: 'stuck',
      stuckBecause: 'undeliverable',
    });
  });
  it('nextDelivery sends on a recovery though its own schedule says later', () => {
    const waiting = { ...attemptedDelivery(begun(), at(10)), nextAttemptAt: at(9000).toISOString() };
    expect(nextDelivery(waiting, notice(), { failures: 0, recoveredAt: at(20).toISOString() }, at(30)).due).toBe(true);
    expect(nextDelivery(waiting, notice(), { failures: 0, recoveredAt: at(5).toISOString() }, at(30)).due).toBe(false);
  });
  it('nextDelivery is done in any state once it is acknowledged', () => {
    for (const delivery of [begun(), delivered(begun(), 1), { ...begun(), state: 'stuck' as const }]) {
      expect(nextDelivery(delivery, notice(1, true), HEALTHY, at(60))).toMatchObject({
        due: false,
        delivery: { state: 'acknowledged', checkAt: undefined },
      });
    }
  });
  it('nextDelivery sends a change caused by its receiver once, and waits for no acknowledgement', () => {
    const own = notice(2, true, true);
    const before = nextDelivery(delivered(begun(), 1), notice(1, true), HEALTHY, at(60)).delivery;
    const next = nextDelivery(before, own, HEALTHY, at(70));
    expect(next).toMatchObject({ due: true, delivery: { sequence: 2, state: 'waiting' } });
    expect(nextDelivery(next.delivery, own, resting, at(80))).toMatchObject({
      due: false,
      delivery: { state: 'waiting' },
    });
    const held = { ...next.delivery, state: 'stuck' as const, checkAt: undefined };
    expect(nextDelivery(held, own, HEALTHY, at(85)).delivery).toBe(held);
    expect(nextDelivery(delivered(next.delivery, 90), own, HEALTHY, at(100))).toMatchObject({
      due: false,
      delivery: { sequence: 2, state: 'acknowledged', checkAt: undefined },
    });
  });
  it('nextDelivery always has a next time until the delivery has ended', () => {
    const outcomes = fc.constantFrom('delivered', 'refused', 'answered', 'gone', 'unreachable');
    fc.assert(
      fc.property(fc.array(fc.tuple(outcomes, fc.nat(200_000)), { maxLength: 30 }), (steps) => {
        let delivery = begun();
        let now = 0;
        for (const [kind, wait] of steps) {
          now += wait;
          const next = nextDelivery(delivery, notice(), HEALTHY, at(now));
          delivery = next.due
            ? afterAttempt(
                attemptedDelivery(next.delivery, at(now)),
                { kind },
                { health: HEALTHY, now: at(now), random: 0.5 },
              )
            : next.delivery;
          const hasEnded = ['acknowledged', 'superseded', 'stuck'].includes(delivery.state);
          expect(delivery.checkAt === undefined).toBe(hasEnded);
        }
      }),
    );
  });
});
