import { expect, it } from 'vitest';
import type { ReceivedCall } from '#test/support/banks/bank-server.ts';
import { figuresOf } from './figures.ts';
import { judge } from './judge.ts';

const call = (subject: string, sequence: number, more: Partial<ReceivedCall> = {}) =>
  ({
    id: `${subject}.${sequence}`,
    body: `${sequence}`,
    status: 204,
    event: { subject, data: { sequence } },
    ...more,
  }) as ReceivedCall;
const truth = new Map([['a', 2]]);
const held = new Map([['a', 2]]);

it('the judge finds no fault where each state arrived once and in order', () => {
  expect(judge(truth, held, [call('a', 1), call('a', 2)])).toEqual({
    lost: 0,
    doubled: 0,
    disordered: 0,
    repeated: 0,
    calls: 2,
  });
});

it.each([
  ['lost', { lost: 1 }, new Map([['a', 1]]), [call('a', 1)]],
  ['never notified', { lost: 1 }, new Map(), []],
  ['out of order', { disordered: 1 }, held, [call('a', 2), call('a', 1)]],
  ['of one id with two bodies', { doubled: 1 }, held, [call('a', 2), call('a', 2, { body: 'x' })]],
  ['of one state with two ids', { doubled: 1 }, held, [call('a', 2), call('a', 2, { id: 'b.2' })]],
  ['said again', { repeated: 1 }, held, [call('a', 2), call('a', 2)]],
])('the judge finds a state that is %s', (_what, found, effects, calls) => {
  expect(judge(truth, effects, calls)).toMatchObject(found);
});

it('the judge does not count a second try after a failure as a repetition', () => {
  expect(judge(truth, held, [call('a', 2, { status: 500 }), call('a', 2)])).toMatchObject({ repeated: 0, doubled: 0 });
});

it('the judge takes quantiles by nearest rank', () => {
  const sample = Array.from({ length: 200 }, (_, n) => 200 - n);
  expect(figuresOf(sample)).toEqual({ n: 200, p50: 100, p99: 198, max: 200 });
  expect(figuresOf([7])).toEqual({ n: 1, p50: 7, p99: 7, max: 7 });
});
