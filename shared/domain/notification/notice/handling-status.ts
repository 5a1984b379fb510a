/** How far a receiver has dealt with a notice. A change of content starts again at `issued`, unless the receiver's own reply caused it. */
export const HANDLING_STATUSES = ['issued', 'delivered', 'acknowledged', 'acted', 'rejected'] as const;
export type HandlingStatus = (typeof HANDLING_STATUSES)[number];
/** The receiver has not acknowledged it yet. */
export const UNACKNOWLEDGED_STATUSES = ['issued', 'delivered'] as const satisfies readonly HandlingStatus[];
export type UnacknowledgedStatus = (typeof UNACKNOWLEDGED_STATUSES)[number];

/** The receiver has acknowledged it or decided on it. */
export const isAnswered = (handlingStatus: HandlingStatus): boolean =>
  !UNACKNOWLEDGED_STATUSES.some((waiting) => waiting === handlingStatus);
