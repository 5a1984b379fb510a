import * as z from 'zod';
import type { WireClock } from '#shared/runtime/clock.ts';
import { parseJson } from '#shared/runtime/parse-json.ts';

const Held = z.object({
  secrets: z
    .array(z.string().regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/u))
    .min(1)
    .max(2),
});

/** A receiver's secret has no `{"secrets": ["whsec_…"]}`. */
export class SigningSecretUnreadable extends Error {
  override readonly name = 'SigningSecretUnreadable';
}

export type SigningSecrets = (arn: string) => Promise<readonly string[]>;

const KEPT_MS = 300_000;

/**
 * A receiver's signing keys, the new one first; read again after five minutes, so that a changed key is in use by then.
 * @throws {SigningSecretUnreadable}
 */
export function signingSecrets(read: (arn: string) => Promise<string>, now: WireClock): SigningSecrets {
  const kept = new Map<string, { secrets: readonly string[]; until: number }>();
  return async (arn) => {
    const known = kept.get(arn);
    if (known && known.until > now().getTime()) return known.secrets;
    const held = Held.safeParse(parseJson(await read(arn)));
    if (!held.success) throw new SigningSecretUnreadable();
    kept.set(arn, { secrets: held.data.secrets, until: now().getTime() + KEPT_MS });
    return held.data.secrets;
  };
}
