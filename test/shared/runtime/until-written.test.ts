import { describe, expect, it } from 'vitest';
import { OVERTAKEN, untilWritten, untilWrittenFrom } from '#shared/runtime/until-written.ts';

describe('work on a subject that other writers write too', () => {
  it('work is done again until its write stands, and only the first try uses what was read with others', async () => {
    const seen: string[] = [];
    const done = await untilWrittenFrom(
      'of the batch',
      async () => 'read again',
      async (asRead) => {
        seen.push(asRead);
        return seen.length < 3 ? OVERTAKEN : undefined;
      },
    );
    expect(done).toBeUndefined();
    expect(seen).toEqual(['of the batch', 'read again', 'read again']);
  });

  it('work that is overtaken at each try gives up, so that its message goes back alone', async () => {
    let tries = 0;
    const work = async () => {
      tries += 1;
      return OVERTAKEN;
    };
    await expect(untilWritten(work)).rejects.toMatchObject({ name: 'AlwaysOvertaken' });
    expect(tries).toBe(8);
  });

  it('work that fails is not done again', async () => {
    let tries = 0;
    const work = () => {
      tries += 1;
      return Promise.reject(new Error('throttled'));
    };
    await expect(untilWritten(work)).rejects.toThrow('throttled');
    expect(tries).toBe(1);
  });
});
