/** The senders of the province that are one each. Carriers count as one, because a phone moves between them. */
export const OFFICES = ['registry', 'police', 'tax', 'insurance', 'inspector', 'carriers'] as const;
export type Office = (typeof OFFICES)[number];

/** Who writes rows: an office, or a bank or wallet by its key. */
export type Sender = string;
