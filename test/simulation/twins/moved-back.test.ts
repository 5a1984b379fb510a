import { describe, expect, it } from 'vitest';
import { QueuesTwin } from './queues.ts';

const DEAD = { url: 'dead', arn: 'arn:dead', visibilitySeconds: 30, delaySeconds: 0 };
const LIVE = {
  url: 'live',
  arn: 'arn:live',
  visibilitySeconds: 30,
  delaySeconds: 0,
  deadLetters: { arn: DEAD.arn, afterReceives: 1 },
};

describe('a dead letter of the queues in memory', () => {
  it('keeps its time, and has the time of its return once it is moved back', () => {
    let now = 1000;
    const queues = new QueuesTwin([LIVE, DEAD], () => now);
    queues.send(LIVE.url, '{}');
    queues.receive(LIVE.url, 10);
    now += 60_000;
    queues.receive(LIVE.url, 10);
    expect(queues.in(DEAD.url)).toMatchObject([{ sentAt: 1000 }]);

    now += 60_000;
    expect(queues.redrive(LIVE.url)).toBe(1);
    expect(queues.in(LIVE.url)).toMatchObject([{ sentAt: 121_000, receives: 0 }]);
  });
});
