import { createHash, randomBytes } from 'node:crypto';
import { setTimeout as wait } from 'node:timers/promises';
import * as z from 'zod';
import type { SigningKeyChanged } from '#shared/contracts/connection.ts';
import type { RealClock } from '#shared/runtime/clock.ts';
import { parseJson } from '#shared/runtime/parse-json.ts';

const Held = z.object({
  /** The key in use, before it the newer one while both sign. */
  secrets: z
    .array(z.string().regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/u))
    .min(1)
    .max(2),
  /** The instant of the last change of the key; a day later only the first key signs. */
  changedAt: z.iso.datetime().optional(),
});
type Held = z.infer<typeof Held>;

const BYTES = 32;
/** The time for which an old key also signs, as Standard Webhooks advises: its owner has a day to enter the new one. */
const OVERLAP_MS = 86_400_000;

/** Makes a key of 32 random bytes in the form of Standard Webhooks. */
export const newSigningKey = (): string => `whsec_${randomBytes(BYTES).toString('base64')}`;

/** A receiver's secret lacks the form `{"secrets": ["whsec_…"]}`. */
export class SigningSecretUnreadable extends Error {
  override readonly name = 'SigningSecretUnreadable';
}

/** A change by another call was not seen yet. */
class SigningKeyChanging extends Error {
  override readonly name = 'SigningKeyChanging';
}

type ReadText = (arn: string) => Promise<string>;
/** False where another text was written under the same token. */
type WriteText = (arn: string, text: string, token: string) => Promise<boolean>;

/** How often and how long a call waits until it reads what another has just written. */
const LOOKS = { times: 5, ms: 200 };

/**
 * The change of a receiver's key: while both keys sign, the change stands, and whoever asks again gets the same key. So
 * a call that is repeated because its answer was lost changes nothing, and no key ends before the instant that was told.
 */
export const signingKeys = (read: ReadText, write: WriteText, newKey = newSigningKey) => ({
  /** The change that stands at an instant; undefined where there is none. */
  pending: async (arn: string, at: Date): Promise<SigningKeyChanged | undefined> =>
    pendingIn(heldIn(await read(arn)), at),

  /** Changes the key, unless a change stands. @throws {SigningKeyChanging} where a change by another call can't be read */
  async change(arn: string, at: Date): Promise<SigningKeyChanged> {
    for (let n = 0; n < LOOKS.times; n += 1) {
      const text = await read(arn);
      const held = heldIn(text);
      const pending = pendingIn(held, at);
      if (pending) return pending;
      const next = { secrets: [newKey(), ...held.secrets.slice(0, 1)], changedAt: at.toISOString() };
      // All calls that change the same text use the same token, so the first one's text stays
      const token = createHash('sha256').update(`${arn} ${text}`).digest('hex');
      const changed = pendingIn(next, at);
      if (changed && (await write(arn, JSON.stringify(next), token))) return changed;
      await wait(LOOKS.ms);
    }
    throw new SigningKeyChanging();
  },
});

const bothSign = ({ changedAt }: Held, at: Date): boolean =>
  changedAt !== undefined && at.getTime() < Date.parse(changedAt) + OVERLAP_MS;

function pendingIn(held: Held, at: Date): SigningKeyChanged | undefined {
  const [key] = held.secrets;
  if (key === undefined || held.changedAt === undefined || !bothSign(held, at)) return undefined;
  return { key, formerUntil: new Date(Date.parse(held.changedAt) + OVERLAP_MS).toISOString() };
}

export type SigningSecrets = (arn: string) => Promise<readonly string[]>;

const KEPT_MS = 300_000;

/**
 * A receiver's signing keys, the new one first; read again after five minutes, so that a changed key is in use by then.
 * @throws {SigningSecretUnreadable}
 */
export function signingSecrets(read: ReadText, now: RealClock): SigningSecrets {
  const kept = new Map<string, { secrets: readonly string[]; until: number }>();
  return async (arn) => {
    const known = kept.get(arn);
    if (known && known.until > now().getTime()) return known.secrets;
    const held = heldIn(await read(arn));
    const secrets = held.changedAt === undefined || bothSign(held, now()) ? held.secrets : held.secrets.slice(0, 1);
    kept.set(arn, { secrets, until: now().getTime() + KEPT_MS });
    return secrets;
  };
}

function heldIn(text: string): Held {
  const held = Held.safeParse(parseJson(text));
  if (!held.success) throw new SigningSecretUnreadable();
  return held.data;
}
