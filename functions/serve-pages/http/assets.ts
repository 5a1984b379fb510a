import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { type HttpAnswer, SAFE_HEADERS } from './answer.ts';

interface Asset {
  /** The address contains a hash of the content, so that a browser may keep it for ever. */
  readonly path: string;
  readonly type: string;
  readonly body: string;
}
export interface Assets {
  readonly style: Asset;
  readonly script: Asset;
}

const asset = (folder: string, file: string, type: string): Asset => {
  const body = readFileSync(join(folder, file), 'utf8');
  const name = createHash('sha256').update(body).digest('hex').slice(0, 16);
  return { path: `/assets/${name}-${file}`, type, body };
};

/** Reads the pages' style sheet and script, which are bundled beside the code. */
export const readAssets = (folder: string): Assets => ({
  style: asset(folder, 'desk.css', 'text/css; charset=utf-8'),
  script: asset(folder, 'desk.js', 'text/javascript; charset=utf-8'),
});

/**
 * Answers with an asset, compressed where the browser accepts that. Pages are never compressed: they hold a form's
 * token beside text from the address, and the compressed size of both could reveal the token (BREACH).
 */
export function assetAnswer({ style, script }: Assets, path: string, acceptEncoding = ''): HttpAnswer | undefined {
  const found = [style, script].find((one) => one.path === path);
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
