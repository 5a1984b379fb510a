import type { HttpEvent } from './answer.ts';

/** `__Host-` binds a cookie to this host alone and to TLS; browsers count loopback as safe. */
const ATTRIBUTES = 'Path=/; Secure; HttpOnly; SameSite=Lax';

export const cookieOf = ({ cookies = [] }: HttpEvent, name: string): string | undefined =>
  cookies.map((one) => one.split(/=(.*)/su)).find(([own]) => own === name)?.[1];

export const setCookie = (name: string, value: string, seconds?: number): string =>
  `${name}=${value}; ${ATTRIBUTES}${seconds === undefined ? '' : `; Max-Age=${seconds}`}`;

export const dropCookie = (name: string): string => setCookie(name, '', 0);
