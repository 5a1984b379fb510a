import { describe, expect, it } from 'vitest';
import {
  afterFailure,
  afterSuccess,
  type EndpointHealth,
  HEALTHY,
  isInTrouble,
  isResting,
} from '#shared/domain/notification/delivery/endpoint-health.ts';
import type { AttemptOutcome } from '#shared/domain/notification/delivery/judge-answer.ts';

const START = Date.parse('2026-03-02T01:00:00.000Z');
const at = (seconds: number) => new Date(START + seconds * 1000);
const down: AttemptOutcome = { kind: 'unreachable' };
const fail = (health: EndpointHealth, seconds: number, outcome: AttemptOutcome = down, noticeId = 'n') =>
  afterFailure(health, { outcome, noticeId, now: at(seconds), random: 0 });

/** Probes the endpoint as soon as possible, for the given time. */
function deadFor(hours: number) {
  let health = HEALTHY;
  let calls = 0;
  let now = 0;
  while (now < hours * 3600) {
    health = fail(health, now);
    calls += 1;
    now = health.restUntil === undefined ? now + 1 : (Date.parse(health.restUntil) - START) / 1000;
  }
  return { health, calls };
}

describe('an endpoint', () => {
  it('an endpoint is called after two failures, and is paused after three consecutive ones', () => {
    const two = fail(fail(HEALTHY, 0), 1);
    expect(isResting(two, at(2))).toBe(false);
    const three = fail(two, 2);
    expect(isResting(three, at(2))).toBe(true);
    expect(isResting(three, at(7))).toBe(false);
    expect(isInTrouble(three)).toBe(true);
  });
  it('an endpoint that is down for five minutes is paused, and then tried twice an hour', () => {
    expect(deadFor(0.05).health.pausedSince).toBeUndefined();
    expect(deadFor(0.5).health.pausedSince).toBeDefined();
    const { calls } = deadFor(24);
    expect(calls).toBeGreaterThan(48);
    expect(calls).toBeLessThan(70);
  });
  it('an endpoint recovers with one successful call', () => {
    const { health } = deadFor(24);
    const back = afterSuccess(health, at(24.6 * 3600));
    expect(back).toEqual({ failures: 0, recoveredAt: at(24.6 * 3600).toISOString() });
    expect(isInTrouble(back)).toBe(false);
  });
  it('an endpoint is not judged by one notice that fails again and again', () => {
    let health = HEALTHY;
    for (let n = 0; n < 20; n += 1) health = fail(health, n * 600, { kind: 'answered' }, 'poison');
    expect(isInTrouble(health)).toBe(false);
    expect(health.failures).toBe(1);
  });
  it('an endpoint is not judged by a notice that it refuses', () => {
    expect(fail(HEALTHY, 0, { kind: 'refused' })).toBe(HEALTHY);
  });
  it('an endpoint is paused as long as it asks, although another running call succeeded', () => {
    const asked = fail(HEALTHY, 0, { kind: 'unreachable', restSeconds: 600 });
    const after = afterSuccess(asked, at(1));
    expect(isResting(after, at(590))).toBe(true);
    expect(isResting(after, at(600))).toBe(false);
    expect(afterSuccess(after, at(601))).toEqual({ failures: 0, recoveredAt: at(601).toISOString() });
  });
  it('single failures of an endpoint are not counted together', () => {
    expect(afterSuccess(fail(HEALTHY, 0), at(1))).toEqual({ failures: 0, recoveredAt: undefined });
  });
});
