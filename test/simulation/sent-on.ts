import { unpacked } from './end-state.ts';
import type { InvocationTrace } from './invocation-trace.ts';
import type { Attributes } from './twins/expressions.ts';
import { sentTo } from './writing.ts';
import type { World } from './world.ts';

interface Removal {
  readonly kind: string;
  readonly before: Attributes | undefined;
  readonly after: Attributes | undefined;
  readonly trace: InvocationTrace;
  readonly world: World;
}

/** Those who follow an item are sent messages before it is deleted, so that a repetition sends them again. */
export function notSentOn({ kind, before, after, trace, world }: Removal): string | undefined {
  if (after || !before) return undefined;
  const { enterpriseCode: code } = before;
  const told = (folder: string) => sentTo({ trace, world }, folder);
  const next = told(kind === 'Verifications' ? '3-assess-company' : '4-notify-police');
  if (!next.some((one) => one['enterpriseCode'] === code))
    return `${String(code)} is deleted from ${kind} before it is sent on`;
  const { accounts = [], lostAccounts = [] } = unpacked(before) as Partial<Record<string, readonly unknown[]>>;
  const refs = accounts.map((account) => (account as Attributes)['accountRef']);
  const toldBanks = new Set(told('5-notify-banks').map(({ accountRef }) => accountRef));
  const left = [...refs, ...lostAccounts].find((one) => !toldBanks.has(one));
  return left === undefined ? undefined : `the assessment of ${String(code)} is deleted before a bank is told of it`;
}
