import type { Problem } from '#shared/contracts/replies.ts';
import type { RefusedRequest } from './refused.ts';

/** The body with which a call is refused. */
export const problemOf = ({ code, status, title, detail }: RefusedRequest): Problem => ({
  type: `urn:haukiem:problem:${code}`,
  title,
  status,
  ...(detail !== undefined && { detail }),
});
