import type { NextNotice } from './next-notice.ts';

/** The grounds of a notice apart from the receiver's own replies. */
export interface OtherGrounds {
  /** A fingerprint of these grounds; while it stays the same, only the receiver's own reply can have changed the notice. */
  readonly fingerprint: string;
  /** Whether these grounds justify a notice by themselves. */
  readonly suffice: boolean;
}

/**
 * Whether only the receiver's own reply caused a change, which the receiver need not acknowledge. Time causes a renewal
 * or expiry.
 * @param before the fingerprint of the other grounds of the current notice; undefined where there is none
 */
export function isCausedByReceiver(
  action: NextNotice['action'],
  before: { readonly otherGrounds?: string | undefined } | undefined,
  otherGrounds: OtherGrounds,
): boolean {
  if (action === 'none' || action === 'renew' || action === 'expire') return false;
  return before ? before.otherGrounds === otherGrounds.fingerprint : !otherGrounds.suffice;
}
