import { describe, expect, it } from 'vitest';
import { testDesks } from '#test/support/desks/test-desks.ts';

describe('desks behind rules', () => {
  it('only what shows the key of the distribution is answered, pages, assets and programs alike', async () => {
    const desks = await testDesks({ edgeKey: 'key-of-the-distribution' });
    const { get } = desks.browser();
    const statuses = async (headers: Record<string, string>) =>
      Promise.all(
        ['/', '/police/cases', '/assets/desk.css', '/api/police/cases'].map((path) => get(path, headers)),
      ).then((answers) => answers.map(({ statusCode }) => statusCode === 403));
    expect(await statuses({})).toEqual([true, true, true, true]);
    expect(await statuses({ 'x-haukiem-edge': 'another-key' })).toEqual([true, true, true, true]);
    expect(await statuses({ 'x-haukiem-edge': 'key-of-the-distribution' })).toEqual([false, false, false, false]);
  });
});
