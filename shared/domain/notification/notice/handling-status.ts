/** Issued, on its way to being answered; a change of content starts it anew, unless its receiver's own word made that change. */
export const HANDLING_STATUSES = ['issued', 'delivered', 'acknowledged', 'acted', 'rejected'] as const;
export type HandlingStatus = (typeof HANDLING_STATUSES)[number];
/** Nobody at the receiver has said yet that they have it. */
export const UNACKNOWLEDGED_STATUSES = ['issued', 'delivered'] as const satisfies readonly HandlingStatus[];
export type UnacknowledgedStatus = (typeof UNACKNOWLEDGED_STATUSES)[number];

/** Its receiver has said that they have it, or more. */
export const isAnswered = (handlingStatus: HandlingStatus): boolean =>
  !UNACKNOWLEDGED_STATUSES.some((waiting) => waiting === handlingStatus);
