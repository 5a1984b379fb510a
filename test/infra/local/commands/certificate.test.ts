import { beforeEach, describe, expect, it } from 'vitest';
import {
  parseArguments,
  enterCertificate,
  enteredCertificates,
  removeCertificate,
} from '#infra/local/commands/certificate.ts';
import { readCertificate } from '#infra/local/commands/read-certificate.ts';
import { type Receivers, receiversTable } from '#shared/tables/receivers.ts';
import { thumbprintOf } from '#shared/runtime/thumbprint.ts';
import { CERTIFICATE_A, CERTIFICATE_B } from '#test/support/certificates.ts';
import { memoryDatabase } from '#test/support/memory-database.ts';

const NOW = new Date('2027-01-01T00:00:00Z');
const A = readCertificate(CERTIFICATE_A, NOW);
const B = readCertificate(CERTIFICATE_B, NOW);
const third = { ...A, thumbprint: 'c'.repeat(43) };
const VCB = 'bank#970436';

describe('an entered certificate', () => {
  it('a certificate is shown by subject, fingerprint and last day', () => {
    expect(A).toMatchObject({ subject: 'CN=bank-a', until: '2126-11-01', thumbprint: thumbprintOf(CERTIFICATE_A) });
    expect(A.fingerprint).toMatch(/^([0-9A-F]{2}:){31}[0-9A-F]{2}$/u);
  });

  it.each([
    ['nothing', '', /PEM/u],
    ['a broken one', CERTIFICATE_A.replace('MIIB', 'MIIX'), /PEM/u],
    ['a chain', `${CERTIFICATE_A}${CERTIFICATE_B}`, /2 chứng thư/u],
    [
      'a key beside it',
      `${CERTIFICATE_A}-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----\n`,
      /khóa bí mật/u,
    ],
  ])('%s is refused as a certificate with a sentence', (_what, pem, words) => {
    expect(() => readCertificate(pem, NOW)).toThrow(words);
  });

  it('a certificate is refused outside its validity, whose days are named', () => {
    expect(() => readCertificate(CERTIFICATE_A, new Date('2126-11-02T00:00:00Z'))).toThrow(/hết hạn.*01\/11\/2126/u);
    expect(() => readCertificate(CERTIFICATE_A, new Date('2026-11-01T00:00:00Z'))).toThrow(/25\/11\/2026/u);
  });
});

describe("a receiver's certificates", () => {
  let receivers: Receivers;
  beforeEach(async () => {
    const { db, createTable } = memoryDatabase();
    receivers = receiversTable(db, await createTable('receivers'));
  });

  it('a second certificate can be entered during a change, and the receiver’s other data stay', async () => {
    const registered = { receiver: VCB, mode: 'push', url: 'https://bank.example', secretArn: 'arn' } as const;
    await receivers.register({ ...registered, clientId: 'vcb' });
    await enterCertificate(VCB, A, undefined, receivers);
    await enterCertificate(VCB, A, undefined, receivers);
    await enterCertificate(VCB, B, undefined, receivers);
    await expect(enterCertificate(VCB, third, undefined, receivers)).rejects.toThrow(/hai chứng thư/u);
    expect(await receivers.get(VCB)).toMatchObject({
      ...registered,
      clientId: 'vcb',
      certificates: [A.thumbprint, B.thumbprint],
    });
    await removeCertificate(VCB, A.thumbprint, receivers);
    expect(await enteredCertificates(VCB, receivers)).toEqual([B.thumbprint]);
    await expect(removeCertificate(VCB, A.thumbprint, receivers)).rejects.toThrow(/không có chứng thư/u);
    await removeCertificate(VCB, B.thumbprint, receivers);
    expect(await enteredCertificates(VCB, receivers)).toEqual([]);
  });

  it('a receiver without a client must be given one with its certificate', async () => {
    await expect(enterCertificate('police', A, undefined, receivers)).rejects.toThrow(/--client/u);
    expect(await receivers.get('police')).toBeUndefined();
    await enterCertificate('police', A, 'police-client', receivers);
    expect(await receivers.get('police')).toEqual({
      receiver: 'police',
      mode: 'pull',
      clientId: 'police-client',
      certificates: [A.thumbprint],
    });
  });
});

describe('the call', () => {
  it.each([
    [['--receiver', '970436'], { receiver: VCB }],
    [['--receiver', 'police', '--add', 'a.pem', '--client', 'c'], { receiver: 'police', add: 'a.pem', client: 'c' }],
    [['--receiver', VCB, '--remove=-x'], { receiver: VCB, remove: '-x' }],
  ])('the call %j is understood', (args, asked) => {
    expect(parseArguments(args)).toEqual(asked);
  });

  it.each([
    [[]],
    [['--receiver', '999999']],
    [['--receiver', VCB, '--add', 'a.pem', '--remove', 'x']],
    [['--receiver', VCB, '--client', 'c']],
    [['--add', 'a.pem']],
    [['--nonsense']],
  ])('the call %j is refused', (args) => {
    expect(parseArguments(args)).toBeUndefined();
  });
});
