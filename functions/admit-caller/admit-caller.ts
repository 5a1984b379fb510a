import type { ClientOfToken } from '#shared/clients/access-tokens.ts';
import type { Callers } from '#shared/tables/callers.ts';

export interface AdmitCallerPorts {
  readonly clientOf: ClientOfToken;
  readonly callers: Pick<Callers, 'get'>;
}

/** A client that may call, with the receiver whose notices it may read. */
export interface AdmittedCaller {
  readonly client: string;
  readonly receiver?: string;
}

const BEARER = /^Bearer ([\w.-]+)$/iu;

/** Undefined where the token is none of ours, or its client is not entered as a caller. */
export async function admitCaller(
  authorization: string | undefined,
  { clientOf, callers }: AdmitCallerPorts,
): Promise<AdmittedCaller | undefined> {
  const token = BEARER.exec(authorization ?? '')?.[1];
  const client = token === undefined ? undefined : await clientOf(token);
  const caller = client === undefined ? undefined : await callers.get(client);
  return caller && { client: caller.clientId, ...(caller.receiver !== undefined && { receiver: caller.receiver }) };
}
