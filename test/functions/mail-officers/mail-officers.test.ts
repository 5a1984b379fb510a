import { beforeEach, describe, expect, it } from 'vitest';
import { createHandler } from '#functions/mail-officers/handler.ts';
import { type Mail, MailRefused } from '#shared/clients/mail.ts';
import { aNotice } from '#test/support/a-notice.ts';
import type { Browser } from '#test/support/desks/browser.ts';
import { testDesks, type TestDesks } from '#test/support/desks/test-desks.ts';
import { chosen, correction, worklistDesk } from '#test/support/desks/worklist-desk.ts';
import { lambdaContext, record, sqsEvent } from '#test/support/sqs.ts';

const LINES = /^- .*$/gmu;

describe('mails to people of the desks', () => {
  let desks: TestDesks;
  let sent: Mail[];
  let failure: Error | undefined;
  /** The clock calls at an instant. */
  const clock = async (at: string) => {
    desks.clock.now = new Date(at);
    const handler = createHandler({
      ...desks,
      choices: desks.mailChoices,
      origin: 'https://desks.example.vn',
      rulesClock: { today: () => at.slice(0, 10) },
      now: () => desks.clock.now,
      park: async () => {},
      send: async (mail) => {
        if (failure) throw failure;
        sent.push(mail);
      },
    });
    return handler(sqsEvent(record('m', { reason: 'clock' })), lambdaContext());
  };
  const choose = async (browser: Browser, desk: string, ...wants: string[]) =>
    browser.post(`/${desk}/mail`, [
      ['formToken', await desks.formTokenOf(browser)],
      ...wants.map((kind) => ['wants', kind] as const),
    ]);
  const linesOf = ({ text }: Mail) => [...text.matchAll(LINES)].map(([line]) => line);
  const policeCase = (code: string, issuedAt: string) =>
    desks.notices.write(aNotice('police', code, { issuedAt, changedAt: issuedAt }), undefined);

  beforeEach(async () => {
    desks = await testDesks();
    sent = [];
    failure = undefined;
  });

  it('nobody gets a mail who has not asked for it', async () => {
    await desks.signedIn(['police'], 'an');
    await policeCase('0900000011', '2026-01-05T02:30:00.000Z');
    await clock('2026-01-05T03:00:00.000Z');
    expect(sent).toEqual([]);
  });

  it('new work is told once, by its number and a link, and never by what it is about', async () => {
    await policeCase('0900000011', '2026-01-05T01:00:00.000Z');
    await choose(await desks.signedIn(['police'], 'an'), 'police', 'new');
    await clock('2026-01-05T03:00:00.000Z');
    expect(sent).toEqual([]);
    await policeCase('0900000022', '2026-01-05T03:30:00.000Z');
    for (const at of ['2026-01-05T04:00:00.000Z', '2026-01-05T05:00:00.000Z']) await clock(at);
    expect(sent.map(({ to, subject }) => [to, subject])).toEqual([['an@example.vn', 'Hậu kiểm: có việc mới']]);
    expect(linesOf(sent[0]!)).toEqual(['- Vụ việc: 1 mới']);
    expect(sent[0]!.text).toContain('https://desks.example.vn/');
    expect(sent[0]!.text).not.toMatch(/0900000022|CÔNG TY/u);
  });

  it('work that runs out is told in the morning of working days alone', async () => {
    await policeCase('0900000011', '2026-01-05T01:00:00.000Z');
    await choose(await desks.signedIn(['police'], 'an'), 'police', 'due');
    // Its last day is the 4th of February
    await clock('2026-02-02T01:00:00.000Z');
    expect(sent).toEqual([]);
    for (const at of ['2026-02-03T05:00:00.000Z', '2026-02-04T00:30:00.000Z', '2026-02-04T01:30:00.000Z'])
      await clock(at);
    expect(sent.map(linesOf)).toEqual([['- Vụ việc: 1 sắp hết hạn hoặc quá hạn']]);
    await clock('2026-02-07T01:00:00.000Z');
    expect(sent).toHaveLength(1);
  });

  it('each person is told of their own work: of their bank, and of what was assigned to them', async () => {
    const { desks: own, send } = await worklistDesk();
    desks = own;
    await choose(await desks.signedIn(['office'], 'an'), 'office', 'new');
    await choose(await desks.signedIn(['office'], 'binh'), 'office', 'new');
    await choose(await desks.signedIn(['bank:970418'], 'chi'), 'bank', 'new');
    desks.clock.now = new Date('2026-01-05T02:10:00.000Z');
    await send('/office/worklist', [...chosen(correction), ['act', 'assign']]);
    await desks.notices.write(aNotice('bank#970436', 'account', { changedAt: '2026-01-05T02:20:00.000Z' }), undefined);
    await clock('2026-01-05T03:00:00.000Z');
    expect(sent.map((mail) => [mail.to, ...linesOf(mail)])).toEqual([['an@example.vn', '- Việc được giao: 1 mới']]);
  });

  it('a mail that SES does not take is sent at the next call, and one that it refuses never', async () => {
    await choose(await desks.signedIn(['police'], 'an'), 'police', 'new');
    await policeCase('0900000011', '2026-01-05T02:30:00.000Z');
    failure = new Error('503');
    expect(await clock('2026-01-05T03:00:00.000Z')).toMatchObject({ batchItemFailures: [{}] });
    failure = undefined;
    await clock('2026-01-05T03:01:00.000Z');
    expect(sent).toHaveLength(1);
    await policeCase('0900000022', '2026-01-05T03:30:00.000Z');
    failure = new MailRefused();
    expect(await clock('2026-01-05T04:00:00.000Z')).toEqual({ batchItemFailures: [] });
    failure = undefined;
    await clock('2026-01-05T05:00:00.000Z');
    expect(sent).toHaveLength(1);
  });

  it('the link of a mail stops the mails without a session, by one request, and no other link does', async () => {
    await choose(await desks.signedIn(['police'], 'an'), 'police', 'new');
    await policeCase('0900000011', '2026-01-05T02:30:00.000Z');
    await clock('2026-01-05T03:00:00.000Z');
    const { stopAt, text } = sent[0]!;
    expect(text).toContain(stopAt);
    const path = stopAt.replace('https://desks.example.vn', '');
    const nobody = desks.browser();
    await nobody.post(`${path}x`, [['List-Unsubscribe', 'One-Click']]);
    expect(await desks.mailChoices.all()).toHaveLength(1);
    expect((await nobody.get(path)).body).toContain('Thôi nhận thư');
    expect(await desks.mailChoices.all()).toHaveLength(1);
    expect((await nobody.post(path, [['List-Unsubscribe', 'One-Click']])).statusCode).toBe(200);
    expect(await desks.mailChoices.all()).toEqual([]);
  });

  it('a person without an address of the sign-in provider, or with one that is none, can choose no mail', async () => {
    for (const email of ['', 'an@example.vn\r\nBcc: all@example.vn', 'an']) {
      const browser = await desks.signedIn(['police'], 'an', 'An', email);
      await choose(browser, 'police', 'new');
      expect(await desks.mailChoices.all()).toEqual([]);
    }
  });
});
