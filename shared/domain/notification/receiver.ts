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

const IN_A_SCOPE = /^receiver\/(police|bank\.[\w-]+)$/u;

/** The scope by which a token names its receiver: `receiver/police`, `receiver/bank.970436`. */
export const scopeOf = (receiver: Receiver): string => `receiver/${receiver.replace('#', '.')}`;

/** Reads the receiver from a token's scopes; undefined where they name none or more than one. */
export function receiverOfScopes(scopes: readonly string[]): Receiver | undefined {
  const named = scopes.flatMap((scope) => IN_A_SCOPE.exec(scope)?.[1] ?? []);
  const [only] = named;
  if (only === undefined || named.length > 1) return undefined;
  return only === POLICE ? POLICE : bankReceiver(only.slice('bank.'.length));
}
