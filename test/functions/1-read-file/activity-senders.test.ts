import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { RowTally } from '#functions/1-read-file/judgement/row-tally.ts';
import { locateFile } from '#functions/1-read-file/locate-file.ts';
import { readFeed } from '#functions/1-read-file/read-feed.ts';
import { sourceOf } from '#functions/1-read-file/write-results.ts';
import { ACTIVITY_SENDERS, dataOf, type SendersByPrefix } from '#shared/contracts/feeds/activity-senders.ts';
import { OWN_RULES } from '#shared/domain/risk/rules/own-rules.ts';
import { SIGNAL_KINDS } from '#shared/domain/risk/facts/company-facts.ts';
import { rulesClock } from '#shared/runtime/clock.ts';
import { code } from '#test/support/sample-feeds.ts';

const SENDERS = { 'activities/thanh-tra/': ['inspector'], 'activities/thue/': ['tax', 'inspector'] } as const;
const HEADINGS = 'Mã số doanh nghiệp,Loại tín hiệu,Ngày,Giá trị,Kỳ/Ghi chú';
const VISIT = `${code(1)},KIEM_TRA_TRU_SO,2025-06-01,CO_HOAT_DONG,`;
const RETURN = `${code(1)},TO_KHAI_THUE,2025-07-01,0,2025-Q2`;
const CHANGE = `${code(1)},THAY_DOI,2025-06-02,NGUOI_DAI_DIEN,`;
const PAIRS = ['Mã số bên bán,Mã số bên mua,Kỳ,Tổng tiền', `${code(1)},${code(2)},2025-06,1000000`];

/** The codes with which rows are rejected, or `accepted`, in the order of the rows. */
async function fatesOf(key: string, lines: readonly string[], senders: SendersByPrefix = SENDERS): Promise<string[]> {
  return (await eventsOf(key, lines, senders)).flatMap((event) => {
    if (event.type === 'opened') return [];
    return event.type === 'rejected' ? [event.code] : ['accepted'];
  });
}

async function eventsOf(key: string, lines: readonly string[], senders: SendersByPrefix) {
  const now = () => new Date('2025-12-31T03:00:00Z');
  const source = sourceOf(locateFile(key)!, { rulesClock: rulesClock('2025-12-31', now), now, senders });
  return (await Array.fromAsync(readFeed(Readable.from([Buffer.from(lines.join('\n'))]), source))).flat();
}

describe('a sender of the activities feed', () => {
  it('has only rows of its own data accepted under its prefix', async () => {
    const fates = await fatesOf('activities/thanh-tra/a.csv', [HEADINGS, VISIT, RETURN, CHANGE]);
    expect(fates).toEqual(['accepted', 'kind_not_yours', 'kind_not_yours']);
    expect(await fatesOf('activities/thanh-tra/b.csv', PAIRS)).toEqual(['kind_not_yours']);
  });

  it('may be several offices in one', async () => {
    const fates = await fatesOf('activities/thue/a.csv', [HEADINGS, VISIT, RETURN, CHANGE]);
    expect(fates).toEqual(['accepted', 'accepted', 'kind_not_yours']);
    expect(await fatesOf('activities/thue/b.csv', PAIRS)).toEqual(['accepted']);
  });

  it.each(['activities/a.csv', 'activities/2025/thanh-tra/a.csv', 'activities/thanh-tra-2/a.csv'])(
    'does not concern a file that is not under its prefix: %s',
    async (key) => {
      expect(await fatesOf(key, [HEADINGS, VISIT, RETURN, CHANGE])).toEqual(['accepted', 'accepted', 'accepted']);
    },
  );
});

describe('a stage that says whose data the office’s desk sends', () => {
  const senders = { 'activities/': ['registry', 'inspector'], ...SENDERS } as const;

  it.each(['activities/a.csv', 'activities/2025/a.csv', 'activities/thue-2/a.csv'])(
    'has only those rows accepted in a file that lies under no other sender’s prefix: %s',
    async (key) => {
      const fates = await fatesOf(key, [HEADINGS, VISIT, RETURN, CHANGE], senders);
      expect(fates).toEqual(['accepted', 'kind_not_yours', 'accepted']);
      expect(await fatesOf(key, PAIRS, senders)).toEqual(['kind_not_yours']);
    },
  );

  it('tells an officer who sends another office’s file what to do instead of sending it again', async () => {
    const returns = Array.from({ length: 12 }, () => RETURN);
    const events = await eventsOf('activities/thue.csv', [HEADINGS, ...returns], senders);
    const tally = new RowTally();
    for (const event of events) if (event.type !== 'opened') tally.add(event);
    const { code: reason, message = '' } = tally.objection({ share: 0.2, rows: 10 }) ?? {};
    expect(reason).toBe('many_rejected');
    expect(message).toContain('hãy để cơ quan đó tự gửi');
    expect(message).toContain('Gửi lại ở đây không có tác dụng');
    expect(message).toContain('nhờ người vận hành');
    expect(message).not.toContain('Hãy sửa rồi gửi lại');
  });

  it('leaves every other sender its own data', async () => {
    const fates = await fatesOf('activities/thue/a.csv', [HEADINGS, VISIT, RETURN, CHANGE], senders);
    expect(fates).toEqual(['accepted', 'accepted', 'kind_not_yours']);
  });
});

describe('the data of the senders of the activities feed', () => {
  it('each kind of rows is the data of one sender', () => {
    const kinds = ACTIVITY_SENDERS.flatMap(dataOf);
    expect([...kinds].sort()).toEqual([...SIGNAL_KINDS, 'invoices'].sort());
  });

  it('who can make a finding writes rows that the finding rests on', () => {
    const wrong = Object.entries(OWN_RULES).filter(([, { madeBy, restsOn }]) =>
      madeBy.some((source) => !restsOn.includes(source)),
    );
    expect(wrong.map(([name]) => name)).toEqual([]);
  });
});
