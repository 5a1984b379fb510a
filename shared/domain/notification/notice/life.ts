/** Issued, on its way to being answered; a change of content starts it anew, unless its receiver's own word made that change. */
export const LIVES = ['issued', 'delivered', 'acknowledged', 'acted', 'rejected'] as const;
export type NoticeLife = (typeof LIVES)[number];
/** Nobody at the receiver has said yet that they have it. */
export const WAITING_LIVES = ['issued', 'delivered'] as const satisfies readonly NoticeLife[];
export type WaitingLife = (typeof WAITING_LIVES)[number];

/** Its receiver has said that they have it, or more. */
export const isAnswered = (life: NoticeLife): boolean => !WAITING_LIVES.some((waiting) => waiting === life);
