import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MessageLine } from '#infra/local/in-process/queues.ts';

describe('MessageLine', () => {
  it('a line of messages gives the same messages as an array, however many are added and taken', () => {
    const steps = fc.array(fc.tuple(fc.boolean(), fc.nat(3000)), { maxLength: 30 });
    fc.assert(
      fc.property(steps, (taken) => {
        const [line, array] = [new MessageLine<number>(), new Array<number>()];
        let next = 0;
        for (const [takes, count] of taken) {
          for (let n = 0; n < count; n += 1) {
            if (takes) expect(line.shift()).toBe(array.shift());
            else expect(line.push(next)).toBe(array.push((next += 1) - 1));
          }
          expect(line.length).toBe(array.length);
        }
        expect([...line]).toEqual(array);
      }),
      { numRuns: 20 },
    );
  });
});
