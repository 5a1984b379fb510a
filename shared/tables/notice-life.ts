import { isAnswered, type NoticeLife } from '#shared/domain/notification/notice/life.ts';

const BEFORE: Readonly<Record<NoticeLife, readonly NoticeLife[]>> = {
  issued: [],
  delivered: ['issued'],
  acknowledged: ['issued', 'delivered'],
  acted: ['issued', 'delivered', 'acknowledged'],
  rejected: ['issued', 'delivered', 'acknowledged'],
};

/** Where a notice waits in the index of what nobody acknowledged; undefined once somebody did. */
export const waitingAt = (receiver: string, life: NoticeLife): string | undefined =>
  isAnswered(life) ? undefined : `${receiver}#${life}`;

interface Named {
  readonly receiver: string;
  readonly noticeId: string;
  readonly sequence: number;
}
export type LifeChange = Named &
  (
    | { readonly life: 'delivered' | 'acknowledged' }
    | {
        readonly life: 'acted' | 'rejected';
        /** Orders the replies that decide: of several the last holds, in whatever order they are handled. */
        readonly repliedAs: string;
        readonly accountStatus?: string | undefined;
      }
  );

/** Sets how far a sequence has come: only while it is the newest, and only onwards or where a later reply decides anew. */
export function lifeUpdate(change: LifeChange) {
  const { receiver, noticeId, sequence, life } = change;
  const waiting = waitingAt(receiver, life);
  const set: Record<string, string> = { life, ...(waiting !== undefined && { waiting }) };
  if ('repliedAs' in change) {
    set['repliedAs'] = change.repliedAs;
    if (change.accountStatus !== undefined) set['accountStatus'] = change.accountStatus;
  }
  const earlier = BEFORE[life];
  const again = 'repliedAs' in change ? 'repliedAs <= :repliedAs' : 'life = :life';
  return {
    key: { receiver, noticeId },
    onwards: { set, remove: waiting === undefined ? ['waiting'] : [] },
    condition: {
      when: `#sequence = :sequence AND (${again} OR life IN (${earlier.map((_, n) => `:earlier${n}`).join(', ')}))`,
      names: { '#sequence': 'sequence' },
      values: {
        ':sequence': sequence,
        ...('repliedAs' in change ? { ':repliedAs': change.repliedAs } : { ':life': life }),
        ...Object.fromEntries(earlier.map((name, n) => [`:earlier${n}`, name])),
      },
    },
  };
}
