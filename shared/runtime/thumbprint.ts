import { createHash, X509Certificate } from 'node:crypto';

/** A certificate's thumbprint by RFC 8705 (`x5t#S256`); undefined without a certificate or for an invalid one. */
export function thumbprintOf(pem: string | undefined): string | undefined {
  if (pem === undefined) return undefined;
  try {
    return createHash('sha256').update(new X509Certificate(pem).raw).digest('base64url');
  } catch {
    return undefined;
  }
}
