import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { GUIDES } from '../layout/guide-sections.ts';
import { guideDocument } from '../layout/guide.tsx';
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
  /** The guides by desk. They hold nothing of any case, so that no sign-in is asked. */
  readonly guides: Readonly<Record<string, Asset>>;
}

const asset = (file: string, type: string, body: string): Asset => {
  const name = createHash('sha256').update(body).digest('hex').slice(0, 16);
  return { path: `/assets/${name}-${file}`, type, body };
};

/** Reads the pages' style sheet, script and guides, which are bundled beside the code. */
export function readAssets(folder: string): Assets {
  const read = (file: string) => readFileSync(join(folder, file), 'utf8');
  const style = asset('desk.css', 'text/css; charset=utf-8', read('desk.css'));
  const script = asset('desk.js', 'text/javascript; charset=utf-8', read('desk.js'));
  const guides = Object.entries(GUIDES).map(([desk, guide]) => {
    const page = guideDocument(read(`${guide}.md`), { style, script, guides: {} });
    return [desk, asset(`${guide}.html`, 'text/html; charset=utf-8', page)] as const;
  });
  return { style, script, guides: Object.fromEntries(guides) };
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
