import { lookup as systemLookup, type LookupAddress } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';

/** Gives all addresses of a host name, as the system resolves it. */
export type Resolve = (
  hostname: string,
  done: (error: Error | null, addresses: readonly LookupAddress[]) => void,
) => void;

/** The address may not be called: not public, not https, or not an address at all. Its message is a code, never the address. */
export class AddressRefused extends Error {
  override readonly name = 'AddressRefused';
}

export interface AddressRules {
  /** Stand-ins on this machine, also without TLS: in stage `local` alone. */
  readonly allowLoopback: boolean;
}

/** Lower ports belong to other services (mail, shells, directories), to which a signed body must not be sent. */
const FIRST_FREE_PORT = 1024;
const GLOBAL_UNICAST: [ipaddr.IPv6, number] = [ipaddr.IPv6.parse('2000::'), 3];

/** Public, by the registries of special-purpose addresses (RFC 6890): everything that isn't plainly so is refused. */
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
 * @throws {AddressRefused} where the URL isn't https without user and password, its port is another service's, or its host
 * is an address that isn't public
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
 * The `lookup` of one connection: every address that the name has is checked, and the socket goes to one of them. The
 * name isn't resolved again in between, so that it can't point elsewhere by then (DNS rebinding).
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

/** Without TLS only loopback is left. */
const mayBeCalled = (address: string, { allowLoopback, speaksTls }: Rules): boolean =>
  (speaksTls && isPublicAddress(address)) || (allowLoopback && isLoopbackAddress(address));

const resolveAll: Resolve = (hostname, done) => systemLookup(hostname, { all: true }, done);
