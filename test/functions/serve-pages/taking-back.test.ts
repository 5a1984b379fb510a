import { beforeEach, describe, expect, it } from 'vitest';
import { aTakingBack } from '#test/support/desks/a-taking-back.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';
import { bodyOf } from '#test/support/http.ts';

const FILE = 'registrations/wrong.csv';
const OF_BANK = 'accounts/970436/wrong.csv';
const PAGE = '/office/files';

describe('taking back a file that was read, at the desks', () => {
  let desks: TestDesks;
  const post = async (officer: string, path: string, fields: Record<string, string>, group = 'office') => {
    const browser = await desks.signedIn([group], officer);
    return browser.post(path, { ...fields, formToken: await desks.formTokenOf(browser) });
  };
  const ask = (officer: string, more: Record<string, string> = {}) =>
    post(officer, `${PAGE}/release`, {
      feed: 'registrations',
      file: 'wrong.csv',
      use: 'none',
      why: 'Gửi nhầm tệp của ông 033085000123',
      ...more,
    });
  const vote = async (officer: string, outcome = 'release', revision?: string) => {
    const seen = revision ?? (await desks.takingsBack.get(FILE))?.revision ?? '';
    return post(officer, `${PAGE}/vote`, { file: FILE, outcome, revision: seen });
  };
  const page = async (officer: string, group = 'office', path = PAGE) =>
    (await (await desks.signedIn([group], officer)).get(path)).body ?? '';
  const entries = () => desks.entered.map(({ by, says }) => [by, says['use'], says['outcome']]);

  beforeEach(async () => {
    desks = await testDesks();
    await aTakingBack(desks, FILE);
    const waiting = await desks.takingsBack.get(FILE);
    await desks.takingsBack.remove(waiting!);
    const receipt = { feed: 'registrations', file: 'wrong.csv', sha256: 'a'.repeat(64), read: 12, accepted: 12 };
    const none = { rejected: 0, repaired: 0, unknownColumns: [] };
    desks.receipts.set(`outbox/${FILE}.json`, JSON.stringify({ ...receipt, ...none }));
  });

  it('the page shows the decision, its reason and how much of the file counts to everybody at the desk', async () => {
    expect((await ask('an')).headers?.['location']).toBe(`${PAGE}?feed=registrations&done=waits`);
    expect(desks.released).toEqual([]);
    const shown = await page('binh');
    expect(shown).toContain('Chờ người thứ hai đồng ý (1)');
    expect(shown).toContain('Gửi nhầm tệp của ông ****0123');
    expect(shown).toMatch(/>12<.*>4</su);
    expect(shown).toContain('04/02/2026');
    expect(shown).toContain('value="release"');
    expect(await page('an')).not.toContain('value="release"');
    expect(await page('an')).toContain('Bạn đã đồng ý');
  });

  it('the step is asked once a second officer agrees, by both of them, about the drop that they saw', async () => {
    await ask('an');
    expect((await vote('binh')).headers?.['location']).toBe(`${PAGE}?feed=registrations&done=agreed`);
    const release = { use: 'none', by: 'an, binh', why: 'Gửi nhầm tệp của ông ****0123' };
    expect(desks.released).toEqual([{ bucket: 'inbox', key: FILE, release, version: 'v1' }]);
    expect(entries()).toEqual([
      ['officer:an', 'none', 'release'],
      ['officer:binh', 'none', 'release'],
    ]);
    expect(await page('chi')).not.toContain('Chờ người thứ hai đồng ý');
    expect((await vote('chi')).statusCode).toBe(409);
    expect(desks.released).toHaveLength(1);
  });

  it('an officer in two browsers, in two sessions and with a program is one person', async () => {
    await ask('an');
    expect((await vote('an')).statusCode).toBe(409);
    expect((await ask('an', { use: 'alone' })).statusCode).toBe(409);
    const revision = (await desks.takingsBack.get(FILE))?.revision;
    const program = desks.program(['office'], 'an');
    expect((await program.post(`${PAGE}/vote`, { file: FILE, revision, outcome: 'release' })).statusCode).toBe(409);
    expect(desks.released).toEqual([]);
  });

  it('two officers’ programs take a file back as the pages do', async () => {
    const [an, binh] = ['an', 'binh'].map((officer) => desks.program(['office'], officer));
    const asked = { feed: 'registrations', file: 'wrong.csv', use: 'none', why: 'Gửi nhầm' };
    expect((await an!.post(`${PAGE}/release`, asked)).statusCode).toBe(200);
    const { waiting } = bodyOf(await binh!.get(PAGE)) as { waiting: { file: string; revision: string }[] };
    const { file, revision } = waiting[0]!;
    expect((await binh!.post(`${PAGE}/vote`, { file, revision, outcome: 'release' })).statusCode).toBe(200);
    expect(desks.released).toHaveLength(1);
  });

  it('anybody refuses a decision, and it can be made again', async () => {
    await ask('an');
    const seen = (await desks.takingsBack.get(FILE))?.revision;
    expect((await vote('an', 'refuse')).headers?.['location']).toBe(`${PAGE}?feed=registrations&done=refused`);
    expect((await vote('binh', 'release', seen)).statusCode).toBe(409);
    expect((await ask('binh')).statusCode).toBe(303);
    expect(desks.released).toEqual([]);
  });

  it('two second votes at the same moment carry the decision out once', async () => {
    await ask('an');
    const both = await Promise.all([vote('binh'), vote('chi')]);
    expect(both.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
    expect(desks.released).toHaveLength(1);
  });

  it('people of no other desk see or vote on the office’s decisions, and the office on nobody else’s', async () => {
    await ask('an');
    await aTakingBack(desks, OF_BANK, { votes: [] });
    const revision = (await desks.takingsBack.get(FILE))?.revision ?? '';
    const form = { file: FILE, revision, outcome: 'release' };
    for (const group of ['police', 'bank:970436', 'province', 'operator'])
      expect((await post('binh', `${PAGE}/vote`, form, group)).statusCode).toBe(404);
    expect((await post('binh', '/operator/files/vote', form, 'operator')).statusCode).toBe(404);
    const ofBank = { file: OF_BANK, revision: `seen ${OF_BANK}`, outcome: 'release' };
    expect((await post('binh', `${PAGE}/vote`, ofBank)).statusCode).toBe(404);
    expect(await page('binh')).not.toContain(OF_BANK);
    expect(await page('binh', 'operator', '/operator/system')).not.toContain(FILE);
    expect(desks.released).toEqual([]);
  });

  it('two operators agree to a command about a file of another sender', async () => {
    await aTakingBack(desks, OF_BANK, { votes: [] });
    const agree = async (officer: string) => {
      const revision = (await desks.takingsBack.get(OF_BANK))?.revision ?? '';
      return post(officer, '/operator/files/vote', { file: OF_BANK, revision, outcome: 'release' }, 'operator');
    };
    expect(await page('an', 'operator', '/operator/system')).toContain(OF_BANK);
    expect((await agree('an')).headers?.['location']).toBe('/operator/system?done=waits');
    expect((await agree('an')).statusCode).toBe(409);
    expect(desks.released).toEqual([]);
    expect((await agree('binh')).headers?.['location']).toBe('/operator/system?done=agreed');
    expect(desks.released).toMatchObject([{ key: OF_BANK, release: { by: 'an, binh' } }]);
  });

  it('a vote from another site, or without the session’s token, counts for nothing', async () => {
    await ask('an');
    const revision = (await desks.takingsBack.get(FILE))?.revision ?? '';
    const browser = await desks.signedIn(['office'], 'binh');
    const form = { file: FILE, revision, outcome: 'release' };
    const formToken = await desks.formTokenOf(browser);
    await browser.post(`${PAGE}/vote`, { ...form, formToken }, 'https://evil.example');
    await browser.post(`${PAGE}/vote`, form);
    expect(desks.released).toEqual([]);
  });

  it.each([
    ['no file', { file: '' }, 404],
    ['a file without a feed', { file: 'wrong.csv' }, 404],
    ['a feed without a file', { file: 'registrations/' }, 404],
    ['an unknown file', { file: 'registrations/other.csv' }, 409],
    ['no outcome', { outcome: 'agree' }, 422],
    ['a very long name', { file: `registrations/${'x'.repeat(5000)}` }, 404],
  ])('a vote that no page offers is refused: %s', async (_, fault, status) => {
    await ask('an');
    const revision = (await desks.takingsBack.get(FILE))?.revision ?? '';
    const answer = await post('binh', `${PAGE}/vote`, { file: FILE, revision, outcome: 'release', ...fault });
    expect(answer.statusCode).toBe(status);
    expect(desks.released).toEqual([]);
  });
});
