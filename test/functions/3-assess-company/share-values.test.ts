import { describe, expect, it } from 'vitest';
import { bandOf, MEMBERS_COUNTED } from '#shared/domain/risk/rings/band.ts';
import { ADDRESS, codeOf, companiesSharing, member, PERSON } from '#test/support/companies-sharing.ts';

describe('the values a company shares', () => {
  it('a shared value ends in the same band whatever the order of its companies, at once or one by one', async () => {
    const numbers = Array.from({ length: 12 }, (_, n) => n);
    const expected = bandOf('address', 'one-address', numbers.map(member));
    const oneByOne = await companiesSharing();
    for (const n of numbers.toReversed()) await oneByOne.share(n, [ADDRESS]);
    const atOnce = await companiesSharing();
    await Promise.all(numbers.map((n) => atOnce.share(n, [ADDRESS])));
    for (const { bandAt } of [oneByOne, atOnce])
      expect(await bandAt(ADDRESS)).toMatchObject({ band: expected, notified: true });
  });

  it('only a change of band has the other companies assessed again', async () => {
    const { told, share } = await companiesSharing();
    for (let n = 0; n < 6; n += 1) await share(n, [ADDRESS]);
    told.length = 0;
    await share(5, [ADDRESS]);
    expect(told).toEqual([]);
  });

  it('nobody is assessed again because an honest company joins other honest ones at an address', async () => {
    const { told, share, bandAt, membersAt } = await companiesSharing();
    for (const n of [0, 2, 4, 6]) await share(n, [ADDRESS]);
    expect(told).toEqual([]);
    expect(await membersAt(ADDRESS)).toHaveLength(4);
    // The first band was written once, and no later company changed it
    expect(await bandAt(ADDRESS)).toMatchObject({ revision: 1, notified: true });
    for (const n of [1, 3]) await share(n, [ADDRESS]);
    expect(new Set(told)).toEqual(new Set([0, 1, 2, 4, 6].map(codeOf)));
  });

  it('what is written already is not written again', async () => {
    const { share } = await companiesSharing();
    await share(1, [ADDRESS, PERSON]);
    let writes = 0;
    await share(1, [PERSON, ADDRESS], (name) => void (writes += Number(name === 'PutCommand')));
    expect(writes).toBe(0);
    await share(1, [PERSON, { ...ADDRESS, atBank: 'too' }], (name) => void (writes += Number(name === 'PutCommand')));
    // The list, and the one link that has changed
    expect(writes).toBe(2);
  });

  it('nothing is written of a company that is not registered and never was', async () => {
    const { share } = await companiesSharing();
    await share(1, [], (name) => expect(name).not.toBe('PutCommand'));
  });

  it('links and bands of an existing company are renewed before they expire', async () => {
    const { clock, share, bandAt } = await companiesSharing();
    await share(0, [ADDRESS]);
    await share(1, [ADDRESS]);
    clock.endsAt += 90 * 86_400;
    await share(0, [ADDRESS]);
    expect(await bandAt(ADDRESS)).toMatchObject({ expiresAt: clock.endsAt, notified: true });
    await share(0, [ADDRESS], (name) => expect(name).not.toBe('PutCommand'));
  });

  it('an uncertain value counts for no company', async () => {
    const { links, share, bandAt } = await companiesSharing();
    for (let n = 0; n < 3; n += 1) await share(n, [ADDRESS]);
    expect((await share(7, [{ ...ADDRESS, unsure: true }])).bands).toEqual([]);
    expect((await bandAt(ADDRESS))?.band).toEqual(bandOf('address', 'one-address', [0, 1, 2].map(member)));
    expect(await links.firstMembers('address#one-address', 9)).toContainEqual({ ...member(7), unsure: true });
  });

  it('a value’s band counts the companies with a bad sign for which banks also report the value', async () => {
    const { share, bandAt } = await companiesSharing();
    for (let n = 0; n < 2; n += 1) await share(n, [ADDRESS]);
    expect((await share(5, [{ ...ADDRESS, atBank: 'too' }])).bands).toMatchObject([{ badAtBank: 1, atBank: 'too' }]);
    expect((await share(7, [{ ...ADDRESS, atBank: 'alone' }])).bands).toMatchObject([
      { badAtBank: 1, atBank: 'alone' },
    ]);
    const stored = await bandAt(ADDRESS);
    expect(stored?.band).toMatchObject({ badAtBank: 1 });
    expect(stored?.band).not.toHaveProperty('atBank');
  });

  it('a value’s band shows whether a bank alone reports the value for most companies with a bad sign', async () => {
    const { share, bandAt } = await companiesSharing();
    for (let n = 0; n < 2; n += 1) await share(n, [ADDRESS]);
    for (const n of [5, 7, 9]) await share(n, [{ ...ADDRESS, atBank: 'alone' }]);
    expect((await bandAt(ADDRESS))?.band).toMatchObject({ badOnlyAtBank: true });
    expect((await share(3, [ADDRESS])).bands).toMatchObject([{ badOnlyAtBank: true }]);
  });

  it('a hub costs no more for each company than a ring', async () => {
    const costOf = async (size: number) => {
      const { told, share } = await companiesSharing();
      let requests = 0;
      for (let n = 0; n < size; n += 1) await share(n, [ADDRESS], () => void (requests += 1));
      return { requests: requests / size, told: told.length / size };
    };
    const ring = await costOf(10);
    const hub = await costOf(MEMBERS_COUNTED * 8);
    expect(hub.requests).toBeLessThanOrEqual(ring.requests);
    expect(hub.told).toBeLessThanOrEqual(ring.told * 2);
  });
});
