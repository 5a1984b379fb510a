import type { LookupAddress } from 'node:dns';
import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AddressRefused, checkedUrl, guardedLookup, isPublicAddress } from '#shared/clients/guarded-address.ts';

const outside = { allowLoopback: false };

describe('isPublicAddress', () => {
  it.each(['8.8.8.8', '113.160.0.1', '2001:ee0:4000::1', '2606:4700::1111'])(
    'isPublicAddress accepts %s',
    (address) => {
      expect(isPublicAddress(address)).toBe(true);
    },
  );
  it.each([
    '0.0.0.0',
    '10.1.2.3',
    '100.64.0.1',
    '127.0.0.1',
    '169.254.169.254',
    '172.16.0.1',
    '172.31.255.255',
    '192.0.0.1',
    '192.168.1.1',
    '198.18.0.1',
    '224.0.0.1',
    '255.255.255.255',
    '::',
    '::1',
    '::10.0.0.1',
    '::ffff:10.0.0.1',
    '::ffff:7f00:1',
    '::ffff:169.254.169.254',
    '64:ff9b::a00:1',
    '64:ff9b:1::a00:1',
    '2002:a00:1::1',
    '2001:0:1::1',
    '2001:db8::1',
    'fc00::1',
    'fd00:ec2::254',
    'fe80::1',
    'fec0::1',
    'ff02::1',
    'not-an-address',
    '',
  ])('isPublicAddress refuses %s', (address) => {
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
  it.each([
    'http://bank.example/hook',
    'ftp://bank.example',
    'https://user:word@bank.example/',
    'https://127.0.0.1/',
    'https://2130706433/',
    'https://0x7f.1/',
    'https://017700000001/',
    'https://[::1]/',
    'https://[::ffff:127.0.0.1]/',
    'https://[fd00:ec2::254]/',
    'https://bank@127.0.0.1/',
    'https://127.0.0.1@bank.example/',
    'https://0.0.0.0/',
    'https://0/',
    'https://[::]/',
    'https://127.1/',
    'https://127.0.0.1./',
    'https://0177.0.0.1/',
    'https://0x7f000001/',
    'https://2852039166/',
    'https://[0:0:0:0:0:ffff:127.0.0.1]/',
    'https://[::127.0.0.1]/',
    'https://[64:ff9b::7f00:1]/',
    'https://①②⑦.0.0.1/',
    'https://127。0。0。1/',
    'https://%31%32%37.0.0.1/',
    'https:127.0.0.1',
    'https://bank.example:22/',
    'https://bank.example:25/',
    'https://113.160.0.1:80/',
    'https://10.0.0.5:8443/',
    'https://169.254.169.254/latest/meta-data',
    '//bank.example',
    '',
  ])('checkedUrl refuses %s', (url) => {
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
