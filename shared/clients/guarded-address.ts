import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Resolves all addresses of a host name by the system's resolver. */
export type Resolve = (
  hostname: string,
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

/**
 * The address may not be called because it is not public, not https, or no address at all. The message is a code and
 * never contains the address.
 */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

export interface AddressRules {
  /** Allows endpoints on this machine, also without TLS: for stage `local` alone. */
  readonly allowLoopback: boolean;
}

/**
 * The lowest port that is allowed beside 443; lower ones belong to other services, such as mail, to which a signed body
 * must not be sent.
 */
const FIRST_FREE_PORT = 1024;
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/** Whether an address is public by the registries of special-purpose addresses (RFC 6890); doubtful ones are not. */
export function isPublicAddress(text: string): boolean {
  if (!ipaddr.isValid(text)) return false;
  const address = ipaddr.process(text);
  if (address.range() !== 'unicast') return false;
  return address instanceof ipaddr.IPv4 || address.match(...GLOBAL_UNICAST);
}

function isLoopbackAddress(text: string): boolean {
  return ipaddr.isValid(text) && ipaddr.process(text).range() === 'loopback';
}

/**
 * @throws {AddressRefused} where the URL isn't https without user and password, its port is another service's, or its
 * host is an address that isn't public
 */
export function checkedUrl(text: string, { allowLoopback }: AddressRules): URL {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url) throw new AddressRefused('not_a_url');
  const speaksTls = url.protocol === 'https:';
  if (!speaksTls && !(allowLoopback && url.protocol === 'http:')) throw new AddressRefused('not_https');
  if (url.username !== '' || url.password !== '') throw new AddressRefused('credentials');
  if (url.port !== '' && Number(url.port) < FIRST_FREE_PORT) throw new AddressRefused('port');
  const host = url.hostname.replace(/^\[(.*)\]$/u, '$1');
  if (ipaddr.isValid(host) && !mayBeCalled(host, { allowLoopback, speaksTls })) throw new AddressRefused('not_public');
  return url;
}

/**
 * The `lookup` function of one connection. It checks every address of the host name, and the socket connects to one of
 * them without resolving the name again, so that the name can't change in between (DNS rebinding).
 */
export function guardedLookup(rules: Rules, resolve: Resolve = resolveAll): LookupFunction {
  return (hostname, { all }, callback) => {
    resolve(hostname, (error, addresses) => {
      const [first] = addresses ?? [];
      const refused = !first || !addresses.every(({ address }) => mayBeCalled(address, rules));
      if (error) callback(error, '', 0);
      else if (refused) callback(new AddressRefused('not_public'), '', 0);
      else if (all) callback(null, [...addresses]);
      else callback(null, first.address, first.family);
    });
  };
}

interface Rules extends AddressRules {
  readonly speaksTls: boolean;
}

/** Without TLS only loopback is allowed. */
const mayBeCalled = (address: string, { allowLoopback, speaksTls }: Rules): boolean =>
  (speaksTls && isPublicAddress(address)) || (allowLoopback && isLoopbackAddress(address));

const resolveAll: Resolve = (hostname, done) => systemLookup(hostname, { all: true }, done);
