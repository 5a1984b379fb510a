/** Whether a notice is in force, was withdrawn, or has passed its last day. */
export type NoticeState = 'in_force' | 'withdrawn' | 'expired';

/** The code of a withdrawal because the police dismissed the notice. */
export const DISMISSED = 'dismissed';
