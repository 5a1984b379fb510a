/**
 * How far a receiver has dealt with a notice. A change of content resets it to `issued`, unless the receiver's own
 * reply caused the change.
 */
export const HANDLING_STATUSES = ['issued', 'delivered', 'acknowledged', 'acted', 'rejected'] as const;
export type HandlingStatus = (typeof HANDLING_STATUSES)[number];
/** Whether the receiver has not acknowledged the notice yet. */
export const UNACKNOWLEDGED_STATUSES = ['issued', 'delivered'] as const satisfies readonly HandlingStatus[];
export type UnacknowledgedStatus = (typeof UNACKNOWLEDGED_STATUSES)[number];

/** Whether the receiver has acknowledged the notice or decided on it. */
export const isAnswered = (handlingStatus: HandlingStatus): boolean =>
  !UNACKNOWLEDGED_STATUSES.some((waiting) => waiting === handlingStatus);
