import type { NextNotice } from './next-notice.ts';

/** All that a notice depends on apart from the receiver's own replies. */
export interface OtherGrounds {
  /** While this stays the same, only the receiver's own reply can have changed the notice. */
  readonly fingerprint: string;
  /** They justify a notice by themselves. */
  readonly suffice: boolean;
}

/**
 * Whether the receiver's own reply alone caused a change: it need not acknowledge that. A renewal or expiry is caused by time.
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
