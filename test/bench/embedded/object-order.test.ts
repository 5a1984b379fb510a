import { expect, it } from 'vitest';
import { withObjectsStoredFirst } from './object-order.ts';
import type { Exchange } from './recorder.ts';

const exchange = (action: string, path: string, sentAt: number, answeredAt: number, ok = true): Exchange => {
  const empty = Buffer.alloc(0);
  return { service: 's3', action, caller: undefined, path, request: empty, reply: empty, ok, sentAt, answeredAt };
};
const timesOf = (...exchanges: Exchange[]) =>
  withObjectsStoredFirst(exchanges).map(({ sentAt, answeredAt }) => [sentAt, answeredAt]);

it('a read that found its object begins after the first write of the object has ended', () => {
  expect(timesOf(exchange('PUT', '/b/k', 0, 8), exchange('GET', '/b/k?x-id=GetObject', 2, 4))).toEqual([
    [0, 3],
    [3, 4],
  ]);
  expect(timesOf(exchange('GET', '/b/k', 0, 6), exchange('PUT', '/b/k', 2, 8))).toEqual([
    [4, 6],
    [2, 4],
  ]);
});

it('several reads during one write all begin after it, and no exchange loses all of its time', () => {
  const [write = [], ...reads] = timesOf(
    exchange('PUT', '/b/k', 1, 9),
    exchange('GET', '/b/k', 0, 8),
    exchange('GET', '/b/k', 2, 3),
    exchange('GET', '/b/k', 1, 2),
  );
  const [from = 0, until = 0] = write;
  expect(until).toBeGreaterThan(from);
  for (const [sentAt = 0, answeredAt = 0] of reads) {
    expect(sentAt).toBeGreaterThanOrEqual(until);
    expect(answeredAt).toBeGreaterThan(sentAt);
  }
});

it('the times stay where a read found nothing, came later, or read an object that was written before the run', () => {
  const unchanged = [
    exchange('GET', '/b/k', 0, 1, false),
    exchange('PUT', '/b/k', 0, 2),
    exchange('GET', '/b/k', 3, 4),
    exchange('GET', '/b/other', 0, 9),
  ];
  expect(withObjectsStoredFirst(unchanged)).toEqual(unchanged);
});
