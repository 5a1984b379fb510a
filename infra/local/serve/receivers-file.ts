import { readFileSync } from 'node:fs';
import * as z from 'zod';
import { findInstitution } from '#shared/domain/vietnamese/financial-institution.ts';
import { bankReceiver, POLICE, type Receiver } from '#shared/domain/notification/receiver.ts';

/** The receiver: `police`, a bank's BIN, or a wallet's key. */
const receiver = z.string().transform((text, context): Receiver => {
  if (text === POLICE) return POLICE;
  const id = text.replace(/^bank[#.]/u, '');
  if (findInstitution(id)?.id === id) return bankReceiver(id);
  context.addIssue({ code: 'custom', message: 'police, BIN hoặc mã ví' });
  return z.NEVER;
});
const isAllowed = (text: string) => {
  const { protocol, hostname } = new URL(text);
  return protocol === 'https:' || (protocol === 'http:' && /^(localhost|127\.[\d.]+|\[::1\])$/u.test(hostname));
};
const LocalReceiver = z
  .strictObject({
    receiver,
    /** The endpoint; absent for a receiver that only reads the feed. */
    url: z.url().refine(isAllowed, 'https, hoặc http trên chính máy này').optional(),
    secrets: z
      .array(z.string().regex(/^whsec_[A-Za-z0-9+/]{32,}={0,2}$/u, 'whsec_… (base64, ít nhất 24 byte)'))
      .max(2)
      .default([]),
    clientId: z.string().min(1),
    clientSecret: z.string().min(1),
  })
  .refine(({ url, secrets }) => url === undefined || secrets.length > 0, { path: ['secrets'], message: 'cần cho url' });
export type LocalReceiver = z.infer<typeof LocalReceiver>;

const unique = (name: 'receiver' | 'clientId') => (all: readonly LocalReceiver[]) =>
  new Set(all.map((one) => one[name])).size === all.length;
const File = z
  .array(LocalReceiver)
  .refine(unique('receiver'), 'receiver bị trùng')
  .refine(unique('clientId'), 'clientId bị trùng');

/**
 * The receivers of this run, with their endpoints, credentials and signing keys.
 * @throws {Error} with a Vietnamese sentence that names the broken fields, never a secret
 */
export function readReceivers(path: string): readonly LocalReceiver[] {
  const parsed = File.safeParse(parseJson(path));
  if (parsed.success) return parsed.data;
  const broken = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'tệp'}: ${issue.message}`);
  throw new Error(`Tệp nơi nhận không đúng mẫu: ${broken.join('; ')}`);
}

function parseJson(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    throw new Error(`Không đọc được tệp nơi nhận: ${path}`);
  }
}
