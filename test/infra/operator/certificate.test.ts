import { beforeEach, describe, expect, it } from 'vitest';
import {
  parseArguments,
  enterCertificate,
  enteredCertificates,
  removeCertificate,
} from '#infra/operator/certificate.ts';
import { readCertificate } from '#infra/operator/read-certificate.ts';
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
  let entered: Readonly<Record<string, string>>[];
  const ports = () => ({
    receivers,
    enter: async (says: Readonly<Record<string, string>>) => void entered.push(says),
  });
  beforeEach(async () => {
    entered = [];
    const { db, createTable } = memoryDatabase();
    receivers = receiversTable(db, await createTable('receivers'));
  });

  it('a second certificate can be entered during a change, and the receiver’s other data stay', async () => {
    const registered = { receiver: VCB, mode: 'push', url: 'https://bank.example', secretArn: 'arn' } as const;
    await receivers.register({ ...registered, clientId: 'vcb' });
    await enterCertificate(VCB, A, undefined, ports());
    await enterCertificate(VCB, A, undefined, ports());
    await enterCertificate(VCB, B, undefined, ports());
    await expect(enterCertificate(VCB, third, undefined, ports())).rejects.toThrow(/hai chứng thư/u);
    expect(await receivers.get(VCB)).toMatchObject({
      ...registered,
      clientId: 'vcb',
      certificates: [A.thumbprint, B.thumbprint],
    });
    await removeCertificate(VCB, A.thumbprint, ports());
    expect(await enteredCertificates(VCB, receivers)).toEqual([B.thumbprint]);
    await expect(removeCertificate(VCB, A.thumbprint, ports())).rejects.toThrow(/không có chứng thư/u);
    await removeCertificate(VCB, B.thumbprint, ports());
    expect(await enteredCertificates(VCB, receivers)).toEqual([]);
  });

  it('a change is entered in the log before it is made, and is not made where it cannot be entered', async () => {
    const noLog = async () => {
      throw new Error('no queue');
    };
    await expect(enterCertificate(VCB, A, 'vcb', { receivers, enter: noLog })).rejects.toThrow('no queue');
    expect(await receivers.get(VCB)).toBeUndefined();
    await enterCertificate(VCB, A, 'vcb', ports());
    await expect(removeCertificate(VCB, A.thumbprint, { receivers, enter: noLog })).rejects.toThrow('no queue');
    expect(await enteredCertificates(VCB, receivers)).toEqual([A.thumbprint]);
    expect(entered).toEqual([{ task: 'certificate-entered', thumbprint: A.thumbprint }]);
  });

  it('two operators do not write over each other’s certificates', async () => {
    const meanwhile = async () => enterCertificate(VCB, B, 'vcb', ports());
    await expect(enterCertificate(VCB, A, 'vcb', { receivers, enter: meanwhile })).rejects.toThrow(/người khác đổi/u);
    expect(await enteredCertificates(VCB, receivers)).toEqual([B.thumbprint]);
    const removed = async () => removeCertificate(VCB, B.thumbprint, ports());
    await expect(removeCertificate(VCB, B.thumbprint, { receivers, enter: removed })).rejects.toThrow(
      /người khác đổi/u,
    );
  });

  it('a receiver without a client must be given one with its certificate', async () => {
    await expect(enterCertificate('police', A, undefined, ports())).rejects.toThrow(/--client/u);
    expect(await receivers.get('police')).toBeUndefined();
    await enterCertificate('police', A, 'police-client', ports());
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
