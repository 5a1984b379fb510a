import type { LookupAddress } from 'node:dns';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { csvCases } from '#test/support/csv-cases.ts';
import { AddressRefused, checkedUrl, guardedLookup, isPublicAddress } from '#shared/clients/guarded-address.ts';

const outside = { allowLoopback: false };

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '113.160.0.1', '2001:ee0:4000::1', '2606:4700::1111'])(
    'isPublicAddress accepts %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
  it.each(csvCases('inner-addresses.csv', import.meta))('isPublicAddress refuses %s', (address) => {
    expect(isPublicAddress(address)).toBe(false);
  });
  it('isPublicAddress recognises an IPv4 address inside an IPv6 one', () => {
    fc.assert(
      fc.property(fc.ipV4(), (address) => {
        expect(isPublicAddress(`::ffff:${address}`)).toBe(isPublicAddress(address));
      }),
    );
  });
});

describe('checkedUrl', () => {
  it.each(csvCases('refused-urls.csv', import.meta))('checkedUrl refuses %s', (url) => {
    expect(() => checkedUrl(url, outside)).toThrow(AddressRefused);
  });
  it.each(['https://bank.example/hook', 'https://113.160.0.1:8443/', 'https://bank.example:8443/'])(
    'checkedUrl accepts %s',
    (url) => {
      expect(checkedUrl(url, outside).href).toBe(url);
    },
  );
  it('checkedUrl accepts loopback without TLS where allowed, and no other internal address', () => {
    const inside = { allowLoopback: true };
    expect(checkedUrl('http://127.0.0.1:9000/', inside).port).toBe('9000');
    expect(() => checkedUrl('http://10.0.0.1/', inside)).toThrow(AddressRefused);
    expect(() => checkedUrl('http://113.160.0.1/', inside)).toThrow(AddressRefused);
    expect(() => checkedUrl('https://10.0.0.1/', inside)).toThrow(AddressRefused);
  });
});

describe('guardedLookup', () => {
  const look = (answers: string[][], all: boolean, rules = { allowLoopback: false, speaksTls: true }) => {
    const asked: string[] = [];
    const lookup = guardedLookup(rules, (name, done) => {
      const addresses = answers[asked.length] ?? [];
      asked.push(name);
      done(
        null,
        addresses.map((address): LookupAddress => ({ address, family: address.includes(':') ? 6 : 4 })),
      );
    });
    return new Promise((resolve) => {
      lookup('bank.example', { all }, (error, address) => resolve(error ?? address));
    });
  };
  it('guardedLookup gives the socket the checked addresses, in the form that it asks for', async () => {
    expect(await look([['113.160.0.1']], false)).toBe('113.160.0.1');
    expect(await look([['113.160.0.1', '2001:ee0::1']], true)).toEqual([
      { address: '113.160.0.1', family: 4 },
      { address: '2001:ee0::1', family: 6 },
    ]);
  });
  it.each([[['10.0.0.1']], [['113.160.0.1', '169.254.169.254']], [['127.0.0.1']], [[]]])(
    'guardedLookup refuses %j',
    async (addresses) => {
      expect(await look([addresses], false)).toBeInstanceOf(AddressRefused);
      expect(await look([addresses], true)).toBeInstanceOf(AddressRefused);
    },
  );
  it('guardedLookup refuses a public address without TLS', async () => {
    const plain = { allowLoopback: true, speaksTls: false };
    expect(await look([['113.160.0.1']], false, plain)).toBeInstanceOf(AddressRefused);
    expect(await look([['127.0.0.1']], false, plain)).toBe('127.0.0.1');
  });
});
