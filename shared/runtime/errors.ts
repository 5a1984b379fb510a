/** The reasons why a message can never succeed, as `what_why`. `docs/operations.md` says what operators do about each. */
export const PARK_REASONS = [
  'message_unreadable',
  'object_gone',
  'manifest_gone',
  'item_too_large',
  'police_service_refused',
  'notice_unknown',
  'notice_unreadable',
  'reply_unknown',
  'decision_without_basis',
  'chain_too_long',
] as const;
type ParkReason = (typeof PARK_REASONS)[number];

/** A message that can never succeed: it is parked with this reason. */
export class NeverPossible extends Error {
  override readonly name = 'NeverPossible';

  /** @param detail codes and names of fields, never values */
  constructor(reason: ParkReason, detail?: string) {
    super(detail === undefined ? reason : `${reason}: ${detail}`);
  }
}
