import { describe, expect, it } from 'vitest';
import { ringNeighbours } from '#functions/4-notify-police/notice-content.ts';
import type { LinkMember } from '#shared/domain/risk/rings/band.ts';
import { ringAround } from '#shared/domain/risk/rings/ring-around.ts';
import { POLICE } from '#shared/domain/notification/receiver.ts';
import type { Assessments } from '#shared/tables/assessments.ts';
import type { Links } from '#shared/tables/links.ts';
import { flow } from '#test/support/flow.ts';
import { HONEST, RING, RING_FILES } from '#test/support/ring-feeds.ts';
import { code as codeOf, registrations } from '#test/support/sample-feeds.ts';

const CODES = RING.map(({ code }) => code).sort();

async function contentsAfter(files: typeof RING_FILES) {
  const run = await flow();
  for (const [key, content] of files) await run.drop(key, content);
  await run.settle();
  const changed = await run.notices.changed('police', '', '9', 100);
  const notices = changed.flatMap(({ notice }) => (notice.receiver === POLICE ? [notice] : []));
  notices.sort((a, b) => (a.noticeId < b.noticeId ? -1 : 1));
  return notices.map(({ noticeId, sequence, fingerprint, content }) => ({ noticeId, sequence, fingerprint, content }));
}

describe("the network in the police's notice", () => {
  it('every company of a ring gets the same ring, with its companies, kinds of ties and dates, and no value', async () => {
    const contents = (await contentsAfter(RING_FILES)).map(({ content }) => content);
    expect(contents.map(({ enterpriseCode }) => enterpriseCode).sort()).toEqual(CODES);
    for (const { network } of contents) {
      expect(network?.members.map(({ enterpriseCode }) => enterpriseCode)).toEqual(CODES);
      expect(network?.ties.map(({ kind }) => kind).sort()).toEqual(['address', 'phone']);
      expect(network).toMatchObject({ since: '2025-03-11', registeredFrom: '2025-03-10', registeredTo: '2025-03-13' });
      expect(network).toEqual(contents[0]?.network);
    }
    const text = JSON.stringify(contents.map(({ network }) => network));
    expect(text).not.toMatch(/0977000111|Điện Biên/u);
    expect(text).not.toContain(HONEST.code);
  });

  it('a ring is sent once and is the same whatever the order of files', async () => {
    const straight = await contentsAfter(RING_FILES);
    expect(straight.map(({ sequence }) => sequence)).toEqual(RING.map(() => 1));
    expect(await contentsAfter([...RING_FILES].reverse())).toEqual(straight);
  });

  it('a company that joins a ring without a new finding does not change the notices of the others', async () => {
    const run = await flow();
    for (const [key, content] of RING_FILES) await run.drop(key, content);
    await run.settle();
    const before = await run.notices.changed('police', '', '9', 100);
    const notified = run.sent.flatMap(({ queue, body }) => (queue === 'police-notices' ? [body] : []));

    const [, second] = RING;
    await run.drop('registrations/c.csv', registrations({ ...second, code: codeOf(16), document: '033085000216' }));
    await run.settle();
    // A handled message is delivered again, as a queue may do
    const again = { sentAt: run.clock.now.getTime(), delaySeconds: 0 };
    run.waiting.get('police-notices')?.push(...notified.map((body) => ({ body, ...again })));
    await run.settle();

    const after = await run.notices.changed('police', '', '9', 100);
    const ofBefore = after.filter(({ notice }) => before.some((one) => one.notice.noticeId === notice.noticeId));
    expect(ofBefore).toEqual(before);
  });

  it('the network of a notice masks the numbers of its accounts', async () => {
    const contents = (await contentsAfter(RING_FILES)).map(({ content }) => content);
    const { accounts } = contents.find(({ enterpriseCode }) => enterpriseCode === RING[0]?.code) ?? {};
    expect(accounts).toHaveLength(2);
    expect(accounts).toContainEqual({ bank: '970436', accountNumber: '****2223', representativeMismatch: true });
    expect(JSON.stringify(contents)).not.toMatch(/0001112223|0009998887/u);
  });
});

describe('the neighbours of a company', () => {
  it('a hub of any size is read in one request, and a value of one company in none', async () => {
    const asked: string[] = [];
    const member = (n: number): LinkMember => ({
      enterpriseCode: `09${String(n).padStart(8, '0')}`,
      registeredOn: `20${10 + (n % 15)}-01-01`,
      badSigns: 0,
    });
    const hub = Array.from({ length: 60 }, (_, n) => member(n));
    const links: Pick<Links, 'bands' | 'firstMembers'> = {
      bands: async (values) =>
        new Map(
          values
            .filter((value) => value === 'agent#hub')
            .map((value) => [
              value,
              {
                value,
                revision: 1,
                notified: true,
                band: { kind: 'agent', ref: 'hub', size: 50, spreadDays: 365, badShare: 0, worseShare: 0 },
              },
            ]),
        ),
      firstMembers: async (value, limit) => {
        asked.push(`${value} ${limit}`);
        return hub;
      },
    };
    const values = ['document#x', 'agent#hub', 'phone#own'];
    // The assessment has only the fields that are read
    const assessments = {
      of: async (codes: readonly string[]) => new Map(codes.map((code) => [code, { values }])),
    } as unknown as Pick<Assessments, 'of'>;
    const ring = await ringAround(member(3).enterpriseCode, ringNeighbours({ assessments, links }), {
      asOf: '2025-12-31',
    });
    expect(ring).toBeUndefined();
    expect(asked).toEqual(['agent#hub 60']);
  });
});
