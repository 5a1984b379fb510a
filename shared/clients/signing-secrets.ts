import { randomBytes } from 'node:crypto';
import * as z from 'zod';
import type { RealClock } from '#shared/runtime/clock.ts';
import { parseJson } from '#shared/runtime/parse-json.ts';

const Held = z.object({
  secrets: z
    .array(z.string().regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/u))
    .min(1)
    .max(2),
  /** The instant of the last change of the key; until a day later the earlier key signs too. */
  changedAt: z.iso.datetime().optional(),
});

const BYTES = 32;

/** Makes a key of 32 random bytes in the form of Standard Webhooks. */
export const newSigningKey = (): string => `whsec_${randomBytes(BYTES).toString('base64')}`;

/** Writes a receiver's new key into its secret. @returns the ISO instant until which the earlier key also signs */
export const putSigningKey =
  (change: (arn: string, value: string) => Promise<void>) =>
  async (arn: string, key: string, at: Date): Promise<string> => {
    await change(arn, JSON.stringify({ secrets: [key], changedAt: at.toISOString() }));
    return new Date(at.getTime() + OVERLAP_MS).toISOString();
  };

/** A receiver's secret lacks the form `{"secrets": ["whsec_…"]}`. */
export class SigningSecretUnreadable extends Error {
  override readonly name = 'SigningSecretUnreadable';
}

export type SigningSecrets = (arn: string) => Promise<readonly string[]>;

const KEPT_MS = 300_000;
/** The time for which an old key also signs, as Standard Webhooks advises: its owner has a day to enter the new one. */
const OVERLAP_MS = 86_400_000;

/** @param stage `AWSPREVIOUS` for the value before the last change */
type ReadStaged = (arn: string, stage?: 'AWSPREVIOUS') => Promise<string>;

/**
 * A receiver's signing keys, the new one first; read again after five minutes, so that a changed key is in use by then.
 * @throws {SigningSecretUnreadable}
 */
export function signingSecrets(read: ReadStaged, now: RealClock): SigningSecrets {
  const kept = new Map<string, { secrets: readonly string[]; until: number }>();
  return async (arn) => {
    const known = kept.get(arn);
    if (known && known.until > now().getTime()) return known.secrets;
    const held = heldIn(await read(arn));
    const { changedAt } = held;
    const overlaps = changedAt !== undefined && now().getTime() < Date.parse(changedAt) + OVERLAP_MS;
    const [former] = overlaps ? heldIn(await read(arn, 'AWSPREVIOUS')).secrets : [];
    const secrets = former === undefined ? held.secrets : [...held.secrets, former].slice(0, 2);
    kept.set(arn, { secrets, until: now().getTime() + KEPT_MS });
    return secrets;
  };
}

function heldIn(text: string): z.infer<typeof Held> {
  const held = Held.safeParse(parseJson(text));
  if (!held.success) throw new SigningSecretUnreadable();
  return held.data;
}
