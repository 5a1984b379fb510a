import type { NextNotice } from './next-notice.ts';

/** All that a notice hangs on but its receiver's own word. */
export interface OtherGrounds {
  /** Made from all of it: while that stays, nothing but the receiver's word can have changed the notice. */
  readonly fingerprint: string;
  /** They justify a notice by themselves. */
  readonly suffice: boolean;
}

/**
 * Whether its receiver's own word alone made a change: nobody has to acknowledge what he said himself. What time renews or
 * ends is nobody's word.
 * @param before the print that the standing notice was made beside; undefined where none stands
 */
export function isCausedByReceiver(
  action: NextNotice['action'],
  before: { readonly otherGrounds?: string | undefined } | undefined,
  otherGrounds: OtherGrounds,
): boolean {
  if (action === 'none' || action === 'renew' || action === 'expire') return false;
  return before ? before.otherGrounds === otherGrounds.fingerprint : !otherGrounds.suffice;
}
