import { createHash, X509Certificate } from 'node:crypto';

/** A certificate's thumbprint as RFC 8705 has it (`x5t#S256`); undefined for none, or for what is no certificate. */
export function thumbprintOf(pem: string | undefined): string | undefined {
  if (pem === undefined) return undefined;
  try {
    return createHash('sha256').update(new X509Certificate(pem).raw).digest('base64url');
  } catch {
    return undefined;
  }
}
