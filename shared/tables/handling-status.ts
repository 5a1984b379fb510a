import { HANDLING_FOLLOWS, type HandlingStatus, isAnswered } from '#shared/domain/notification/states.ts';

/** The partition of a receiver's notices in the index of unacknowledged ones. */
export const waitingKey = (receiver: string, handlingStatus: HandlingStatus) => `${receiver}#${handlingStatus}`;
/** The position of a notice in that index; undefined once it was acknowledged. */
export const unacknowledgedKey = (receiver: string, handlingStatus: HandlingStatus): string | undefined =>
  isAnswered(handlingStatus) ? undefined : waitingKey(receiver, handlingStatus);

interface HandledNotice {
  readonly receiver: string;
  readonly noticeId: string;
  readonly sequence: number;
}
export type HandlingStatusChange = HandledNotice &
  (
    | { readonly handlingStatus: 'delivered' | 'acknowledged' }
    | {
        readonly handlingStatus: 'acted' | 'rejected';
        /** The order of deciding replies, of which the last counts in whatever order they are handled. */
        readonly repliedAs: string;
        readonly accountStatus?: string | undefined;
      }
  );

/** Sets the handling status of a sequence, only while it is the newest, and only forwards or by a later decision. */
export function handlingStatusUpdate(change: HandlingStatusChange) {
  const { receiver, noticeId, sequence, handlingStatus } = change;
  const waiting = unacknowledgedKey(receiver, handlingStatus);
  const set: Record<string, string> = { handlingStatus, ...(waiting !== undefined && { waiting }) };
  if ('repliedAs' in change) {
    set['repliedAs'] = change.repliedAs;
    if (change.accountStatus !== undefined) set['accountStatus'] = change.accountStatus;
  }
  const earlier = HANDLING_FOLLOWS[handlingStatus];
  const again = 'repliedAs' in change ? 'repliedAs <= :repliedAs' : 'handlingStatus = :handlingStatus';
  return {
    key: { receiver, noticeId },
    onwards: { set, remove: waiting === undefined ? ['waiting'] : [] },
    condition: {
      when: `#sequence = :sequence AND (${again} OR handlingStatus IN (${earlier.map((_, n) => `:earlier${n}`).join(', ')}))`,
      names: { '#sequence': 'sequence' },
      values: {
        ':sequence': sequence,
        ...('repliedAs' in change ? { ':repliedAs': change.repliedAs } : { ':handlingStatus': handlingStatus }),
        ...Object.fromEntries(earlier.map((name, n) => [`:earlier${n}`, name])),
      },
    },
  };
}
