/**
 * The states of a notice, of its handling and of its delivery, with what may follow what. Whoever changes one looks
 * here, and nowhere else.
 */

/** Whether a notice is in force, was withdrawn, or has passed its last day. */
export const NOTICE_STATES = ['in_force', 'withdrawn', 'expired'] as const;
export type NoticeState = (typeof NOTICE_STATES)[number];
/** The states in which nothing is asked of the receiver any longer. */
export const ENDED_STATES = ['withdrawn', 'expired'] as const satisfies readonly NoticeState[];
export type EndedState = (typeof ENDED_STATES)[number];

/** The code of a withdrawal because the police dismissed the notice. */
export const DISMISSED = 'dismissed';

/**
 * The code of a withdrawal that leaves the company watched because of one sender: by its favourable rows, or because the
 * evidence is now its word alone. It waits for a person in every stage.
 */
export const BY_ONE_SENDER = 'by_one_sender';

/** The changes of a notice: the states in which it may be before, `none` where there is no notice yet, and the one after. */
export const NOTICE_CHANGES = {
  issue: { from: ['none', 'withdrawn', 'expired'], to: 'in_force' },
  update: { from: ['in_force'], to: 'in_force' },
  renew: { from: ['in_force'], to: 'in_force' },
  withdraw: { from: ['in_force'], to: 'withdrawn' },
  expire: { from: ['in_force'], to: 'expired' },
} as const satisfies Readonly<
  Record<string, { readonly from: readonly (NoticeState | 'none')[]; readonly to: NoticeState }>
>;
export type NoticeAction = keyof typeof NOTICE_CHANGES;

/**
 * How far a receiver has dealt with a notice. A change of content resets it to `issued`, unless the receiver's own
 * reply caused the change; within one content it only moves forwards.
 */
export const HANDLING_STATUSES = ['issued', 'delivered', 'acknowledged', 'acted', 'rejected'] as const;
export type HandlingStatus = (typeof HANDLING_STATUSES)[number];
/** The statuses in which the receiver has not acknowledged the notice yet. */
export const UNACKNOWLEDGED_STATUSES = ['issued', 'delivered'] as const satisfies readonly HandlingStatus[];
export type UnacknowledgedStatus = (typeof UNACKNOWLEDGED_STATUSES)[number];

/** The statuses that each one may follow. A later decision also follows an earlier one. */
export const HANDLING_FOLLOWS: Readonly<Record<HandlingStatus, readonly HandlingStatus[]>> = {
  issued: [],
  delivered: ['issued'],
  acknowledged: UNACKNOWLEDGED_STATUSES,
  acted: [...UNACKNOWLEDGED_STATUSES, 'acknowledged'],
  rejected: [...UNACKNOWLEDGED_STATUSES, 'acknowledged'],
};

/** Whether the receiver has acknowledged the notice or decided on it. */
export const isAnswered = (handlingStatus: HandlingStatus): boolean =>
  !UNACKNOWLEDGED_STATUSES.some((waiting) => waiting === handlingStatus);

export const DELIVERY_STATES = ['waiting', 'delivered', 'acknowledged', 'superseded', 'stuck'] as const;
export type DeliveryState = (typeof DELIVERY_STATES)[number];

/**
 * The states that may follow each one of a delivery. It waits again where it is sent again, and from every state where
 * its notice has a newer sequence, which begins another delivery.
 */
export const DELIVERY_LEADS_TO: Readonly<Record<DeliveryState, readonly DeliveryState[]>> = {
  waiting: ['waiting', 'delivered', 'acknowledged', 'superseded', 'stuck'],
  delivered: ['waiting', 'acknowledged', 'superseded', 'stuck'],
  stuck: ['waiting', 'acknowledged', 'superseded'],
  acknowledged: [],
  superseded: [],
};
