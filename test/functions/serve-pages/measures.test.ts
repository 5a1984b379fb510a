import { beforeEach, describe, expect, it } from 'vitest';
import { MEASURES } from '#shared/domain/risk/measure.ts';
import { MEASURES_KEPT_SECONDS, measuresInForce } from '#shared/use-cases/measures-in-force.ts';
import { enterSwitches } from '#shared/use-cases/enter-switches.ts';
import { noticeIdOf } from '#shared/tables/notices.ts';
import type { DeskTables } from '#test/support/desks/desk-tables.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';
import { bankNotices } from '#test/support/bank-notices.ts';
import { bodyOf } from '#test/support/http.ts';

const PAGE = '/province/measures';
const ON = { measure: 'suspiciousAccounts', to: 'on', number: '123/KH-UBND', date: '02/01/2026' };
const AT_FIRST = ['accountReview'] as const;

describe('the switches of the measures', () => {
  let desks: TestDesks;
  beforeEach(async () => {
    desks = await testDesks();
  });
  const post = async (officer: string, path: string, fields: Record<string, string>) => {
    const browser = await desks.signedIn(['province'], officer);
    return browser.post(path, { ...fields, formToken: await desks.formTokenOf(browser) });
  };
  const propose = (officer: string, more: Partial<typeof ON> = {}) => post(officer, PAGE, { ...ON, ...more });
  const vote = async (officer: string, outcome: string, measure = ON.measure) => {
    const revision = (await desks.directed.all()).find((one) => one.measure === measure)?.revision ?? 0;
    return post(officer, `${PAGE}/vote`, { measure, outcome, revision: String(revision) });
  };
  const page = async (officer: string) => (await (await desks.signedIn(['province'], officer)).get(PAGE)).body ?? '';
  const inForce = () => measuresInForce(desks.directed, AT_FIRST, () => desks.clock.now)();
  const steps = () => desks.entered.map(({ says, by }) => [says['step'], by]);

  it('a measure is on once a second person has agreed to it, with its document, and everything is assessed again', async () => {
    expect((await propose('an')).statusCode).toBe(303);
    expect(await inForce()).toEqual(['accountReview']);
    expect(desks.reassessed).toEqual([]);
    expect((await vote('binh', 'agree')).headers?.['location']).toBe(`${PAGE}?done=in_force`);
    expect(await inForce()).toEqual(['suspiciousAccounts', 'accountReview']);
    expect(desks.reassessed.every((seconds) => seconds > MEASURES_KEPT_SECONDS)).toBe(true);
    expect(desks.reassessed).toHaveLength(1);
    const shown = await page('an');
    expect(shown).toContain('123/KH-UBND');
    expect(shown).toContain('02/01/2026');
    expect(steps()).toEqual([
      ['proposed', 'officer:an'],
      ['in-force', 'officer:binh'],
    ]);
  });

  it('the table of the measures contains no officer’s id, neither of the proposer nor of a person who agreed or withdrew', async () => {
    const [an, binh] = ['officer-an-4711', 'officer-binh-4712'];
    await propose(an);
    await vote(binh, 'agree');
    await propose(binh, { to: 'off', number: '9/UBND' });
    await propose(an, { measure: 'foreignIp' });
    await vote(binh, 'take_back', 'foreignIp');
    await propose(binh, { measure: 'foreignIp' });
    expect(JSON.stringify(await desks.directed.all())).not.toContain('officer-');
    expect(JSON.stringify(desks.entered)).toContain('officer:officer-an-4711');
  });

  it.each(['proposed', 'in-force', 'taken-back'])(
    'a crash between the write and the log loses no entry of what is %s: the sweep enters it',
    async (step) => {
      if (step !== 'proposed') await propose('an');
      desks.failNextEntry();
      const answer =
        step === 'proposed' ? await propose('an') : await vote('binh', step === 'in-force' ? 'agree' : 'take_back');
      expect(answer.statusCode).toBe(500);
      expect(steps().map(([one]) => one)).not.toContain(step);
      await enterSwitches(await desks.directed.all(), { directed: desks.directed, enter: desks.enter });
      expect(steps().map(([one]) => one)).toContain(step);
      expect((await desks.directed.all()).flatMap(({ unentered }) => unentered)).toEqual([]);
    },
  );

  it('entries that a crash left out are entered with the next switch', async () => {
    desks.failNextEntry();
    await propose('an');
    await vote('binh', 'agree');
    expect(steps()).toEqual([
      ['proposed', 'officer:an'],
      ['in-force', 'officer:binh'],
    ]);
  });

  it('a proposal that nobody agreed to within thirty days has lapsed and can be made again', async () => {
    await propose('an');
    expect(await page('binh')).toContain('04/02/2026');
    const [{ revision } = { revision: 0 }] = await desks.directed.all();
    desks.clock.now = new Date('2026-02-05T02:00:00.000Z');
    expect(await page('binh')).not.toContain('value="agree"');
    const late = { measure: ON.measure, outcome: 'agree', revision: String(revision) };
    expect((await post('binh', `${PAGE}/vote`, late)).statusCode).toBe(409);
    expect((await propose('binh')).statusCode).toBe(303);
  });

  it('nobody agrees to their own proposal, and its page has no button for it', async () => {
    await propose('an');
    expect((await vote('an', 'agree')).statusCode).toBe(409);
    expect(await inForce()).toEqual(['accountReview']);
    expect(await page('an')).not.toContain('value="agree"');
    expect(await page('binh')).toContain('value="agree"');
  });

  it('any person may withdraw a proposal, and nobody may agree to it afterwards', async () => {
    await propose('an');
    const [{ revision } = { revision: 0 }] = await desks.directed.all();
    expect((await vote('an', 'take_back')).headers?.['location']).toBe(`${PAGE}?done=taken_back`);
    const late = { measure: ON.measure, outcome: 'agree', revision: String(revision) };
    expect((await post('binh', `${PAGE}/vote`, late)).statusCode).toBe(409);
    expect(await inForce()).toEqual(['accountReview']);
  });

  it('an agreement to one proposal is none to the next one, which that person has not seen', async () => {
    await propose('an');
    const [{ revision } = { revision: 0 }] = await desks.directed.all();
    await vote('an', 'take_back');
    await propose('an', { number: '9/UBND' });
    const seen = { measure: ON.measure, outcome: 'agree', revision: String(revision) };
    expect((await post('binh', `${PAGE}/vote`, seen)).statusCode).toBe(409);
    expect(await inForce()).toEqual(['accountReview']);
  });

  it('where two people agree at the same time the measure is switched once', async () => {
    await propose('an');
    const answers = await Promise.all([vote('binh', 'agree'), vote('chi', 'agree')]);
    expect(answers.map(({ statusCode }) => statusCode).sort()).toEqual([303, 409]);
    expect((await desks.directed.all())[0]?.changes).toHaveLength(1);
  });

  it('one person switches a measure off, by a document too', async () => {
    const off = { measure: 'accountReview', to: 'off', number: '7/UBND' };
    expect((await propose('an', off)).headers?.['location']).toBe(`${PAGE}?done=in_force`);
    expect(await inForce()).toEqual([]);
    expect(await page('an')).toContain('7/UBND');
  });

  it.each([
    ['no measure', { measure: 'x' }, 'measure'],
    ['neither on nor off', { to: 'maybe' }, 'to'],
    ['no document', { number: '' }, 'number'],
    ['a number without a figure', { number: 'theo chỉ đạo' }, 'number'],
    ['no day', { date: '32/01/2026' }, 'date'],
    ['a document of the future', { date: '06/01/2026' }, 'date'],
    ['a measure that is on', { measure: 'accountReview' }, 'to'],
  ])('a switch with %s is refused at its field, and what was typed is kept', async (_, fault, field) => {
    const answer = await propose('an', fault);
    expect([409, 422]).toContain(answer.statusCode);
    expect(answer.body).toContain(`<a href="#${field}">`);
    expect(answer.body).toContain(`id="${field}"`);
    const typed = { ...ON, ...fault };
    if (typed.number !== '') expect(answer.body).toContain(`value="${typed.number}"`);
    expect(answer.body).toContain(`value="${typed.date}"`);
    expect(await desks.directed.all()).toEqual([]);
    expect(desks.entered).toEqual([]);
  });

  it('a second proposal for a measure waits until the first is decided on', async () => {
    await propose('an');
    expect((await propose('binh', { number: '9/UBND' })).statusCode).toBe(409);
    expect((await desks.directed.all())[0]?.proposed?.number).toBe('123/KH-UBND');
  });

  it('two persons’ programs switch a measure as the page does', async () => {
    const [an, binh] = ['an', 'binh'].map((officer) => desks.program(['province'], officer));
    expect((await an!.post(PAGE, ON)).statusCode).toBe(200);
    const { waiting } = bodyOf(await binh!.get(PAGE)) as { waiting: { measure: string; revision: number }[] };
    const { measure, revision } = waiting[0]!;
    expect((await an!.post(`${PAGE}/vote`, { measure, revision, outcome: 'agree' })).statusCode).toBe(409);
    expect((await binh!.post(`${PAGE}/vote`, { measure, revision, outcome: 'agree' })).statusCode).toBe(200);
    expect(bodyOf(await an!.get(PAGE))).toMatchObject({
      measures: { suspiciousAccounts: { number: '123/KH-UBND', date: '2026-01-02' } },
      waiting: [],
    });
  });
});

describe('a step uses the measures as people have switched them', () => {
  const REF = 'k1-q3rT0uYw1xZ2aB4cD6eF8g';
  let desks: TestDesks & DeskTables;
  beforeEach(async () => {
    desks = await testDesks({ switchPolicy: { on: 'automatic', off: 'automatic' } });
  });

  it('a bank is notified after its measure was switched on, and the notice is withdrawn after it was switched off', async () => {
    const read = measuresInForce(desks.directed, AT_FIRST, () => desks.clock.now);
    const step = bankNotices(desks.notices, desks.clock, undefined, read);
    step.known.set(REF, {
      bank: '970436',
      accountNumber: '0011223344',
      listings: [{ code: 3, on: '2026-01-01', by: 'police' }],
    });
    const state = async () => {
      await step.touch({ accountRef: REF, bank: '970436' });
      return (await desks.notices.get('bank#970436', noticeIdOf('bank#970436', REF)))?.state;
    };
    const switchTo = async (to: string) => {
      const browser = await desks.signedIn(['province'], 'an');
      await browser.post(PAGE, { ...ON, to, formToken: await desks.formTokenOf(browser) });
      desks.clock.now = new Date(desks.clock.now.getTime() + (desks.reassessed.at(-1) ?? 0) * 1000);
    };
    expect(await state()).toBeUndefined();
    await switchTo('on');
    expect(await state()).toBe('in_force');
    await switchTo('off');
    expect(await state()).toBe('withdrawn');
  });

  it('a measure that nobody has switched is as the stage’s configuration sets it', async () => {
    const read = (atFirst: Parameters<typeof measuresInForce>[1]) =>
      measuresInForce(desks.directed, atFirst, () => desks.clock.now)();
    expect(await read(MEASURES)).toEqual(MEASURES);
    expect(await read([])).toEqual([]);
  });

  it('the measures are read again only after their time', async () => {
    let reads = 0;
    const counted = { all: async () => ((reads += 1), []) };
    const read = measuresInForce(counted, AT_FIRST, () => desks.clock.now);
    await read();
    await read();
    desks.clock.now = new Date(desks.clock.now.getTime() + MEASURES_KEPT_SECONDS * 1000);
    await read();
    expect(reads).toBe(2);
  });
});
