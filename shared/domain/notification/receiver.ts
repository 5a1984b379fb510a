export const POLICE = 'police';
export type BankReceiver = `bank#${string}`;
/**
 * A receiver of notices: the police, or one bank or wallet by its id. It is part of the key of all data that a receiver
 * can read.
 */
export type Receiver = typeof POLICE | BankReceiver;

export const bankReceiver = (institution: string): BankReceiver => `bank#${institution}`;

/** The bank's id, undefined for the police. */
export const bankOf = (receiver: string): string | undefined =>
  receiver.startsWith('bank#') ? receiver.slice('bank#'.length) : undefined;
