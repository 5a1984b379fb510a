import { gzipSync } from 'node:zlib';
import { type HttpAnswer, SAFE_HEADERS } from './answer.ts';

export interface Asset {
  /** The address contains a hash of the content, so that a browser may keep it for ever. */
  readonly path: string;
  readonly type: string;
  readonly body: string;
}
export interface Assets {
  readonly style: Asset;
  readonly script: Asset;
  /** The guides by desk. They hold nothing of any case, so that no sign-in is asked. */
  readonly guides: Readonly<Record<string, Asset>>;
}

/**
 * Answers with an asset, compressed where the browser accepts that. Pages are never compressed: they hold a form's
 * token beside text from the address, and the compressed size of both could reveal the token (BREACH).
 */
export function assetAnswer(
  { style, script, guides }: Assets,
  path: string,
  acceptEncoding = '',
): HttpAnswer | undefined {
  const found = [style, script, ...Object.values(guides)].find((one) => one.path === path);
  if (!found) return undefined;
  const headers = {
    ...SAFE_HEADERS,
    'content-type': found.type,
    'cache-control': 'public, max-age=31536000, immutable',
    vary: 'accept-encoding',
  };
  if (!/\bgzip\b/u.test(acceptEncoding)) return { statusCode: 200, headers, body: found.body };
  const body = gzipSync(found.body, { level: 9 }).toString('base64');
  return { statusCode: 200, headers: { ...headers, 'content-encoding': 'gzip' }, body, isBase64Encoded: true };
}
