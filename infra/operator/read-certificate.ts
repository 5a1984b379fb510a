import { X509Certificate } from 'node:crypto';
import { dayInVietnam, formatDate, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { thumbprintOf } from '#shared/runtime/thumbprint.ts';

/** The facts that an operator compares with the paper that came with a certificate. */
export interface Certificate {
  readonly subject: string;
  /** The SHA-256 fingerprint in the form of OpenSSL and browsers. */
  readonly fingerprint: string;
  /** The thumbprint in the form in which the table keeps it (RFC 8705). */
  readonly thumbprint: string;
  readonly until: IsoDate;
}

/** The file can't be entered; the message says why. */
export class UnusableCertificate extends Error {
  override readonly name = 'UnusableCertificate';
}

/** @throws {UnusableCertificate} where the file isn't a single valid client certificate */
export function readCertificate(pem: string, now: Date): Certificate {
  if (/PRIVATE KEY-----/u.test(pem))
    throw new UnusableCertificate('Tệp có khóa bí mật: chỉ nhập chứng thư. Khóa đã rời khỏi nơi giữ thì phải thay.');
  const count = pem.match(/-----BEGIN CERTIFICATE-----/gu)?.length ?? 0;
  if (count > 1)
    throw new UnusableCertificate(
      `Tệp có ${count} chứng thư: chỉ để lại chứng thư của máy gọi, bỏ chứng thư của nơi cấp.`,
    );
  const thumbprint = thumbprintOf(pem);
  if (thumbprint === undefined) throw new UnusableCertificate('Tệp không phải chứng thư dạng PEM đọc được.');
  const { subject, fingerprint256, validFromDate, validToDate } = new X509Certificate(pem);
  const [from, until] = [dayInVietnam(validFromDate), dayInVietnam(validToDate)];
  if (validToDate < now) throw new UnusableCertificate(`Chứng thư đã hết hạn ngày ${formatDate(until)}.`);
  if (validFromDate > now) throw new UnusableCertificate(`Chứng thư chỉ có hiệu lực từ ngày ${formatDate(from)}.`);
  return { subject: subject.replaceAll('\n', ', '), fingerprint: fingerprint256, thumbprint, until };
}
