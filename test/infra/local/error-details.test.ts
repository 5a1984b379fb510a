import { describe, expect, it } from 'vitest';
import { errorDetails } from '#infra/local/run-command.ts';

const MARKS = ['Đặng Hoàng Yến', '033085771234'];
const thrownBy = (work: () => unknown): unknown => {
  try {
    return work();
  } catch (error) {
    return error;
  }
};

describe('the details of an error in the file for engineers', () => {
  it('the details name the class, the code, the places in the sources and the causes', () => {
    const cause = Object.assign(new RangeError('inner'), { code: 'ENOSPC', syscall: 'write' });
    const details = errorDetails(new Error('outer', { cause }));
    expect(details).toMatch(/^Error: outer\n {4}at .*error-details\.test\.ts:\d+:\d+/u);
    expect(details).toMatch(/\ncaused by RangeError ENOSPC write\n {4}at /u);
    expect(errorDetails(new Error('not 033 085 771 234'))).not.toContain('771');
    expect(errorDetails('a text')).toBe('string');
  });

  it.each([
    ['a broken JSON text', () => JSON.parse(`{"a":"${MARKS.join(' ')}`)],
    ['a JSON text of something else', () => JSON.parse(MARKS.join(' '))],
    [
      'a message that looks like a place',
      () => {
        throw new TypeError(`${MARKS.join(' ')}\n    at ${MARKS.join(' ')} (file:1:1)\n    at ${MARKS[1]}`);
      },
    ],
    [
      'a code that is a text',
      () => {
        throw Object.assign(new RangeError(MARKS[0]), { code: MARKS.join(' '), syscall: MARKS[0], path: MARKS[1] });
      },
    ],
  ])('the details contain nothing of what was read: %s', (_, work) => {
    const details = errorDetails(thrownBy(work));
    expect(MARKS.filter((mark) => details.includes(mark))).toEqual([]);
  });
});
