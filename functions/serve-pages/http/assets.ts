import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type HttpAnswer, SAFE_HEADERS } from './answer.ts';

interface Asset {
  /** Names the content, so that a browser may keep it for ever. */
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

/** The style sheet and the script of the pages, as they were bundled beside the code. */
export const readAssets = (folder: string): Assets => ({
  style: asset(folder, 'desk.css', 'text/css; charset=utf-8'),
  script: asset(folder, 'desk.js', 'text/javascript; charset=utf-8'),
});

export function assetAnswer({ style, script }: Assets, path: string): HttpAnswer | undefined {
  const found = [style, script].find((one) => one.path === path);
  return (
    found && {
      statusCode: 200,
      headers: {
        ...SAFE_HEADERS,
        'content-type': found.type,
        'cache-control': 'public, max-age=31536000, immutable',
      },
      body: found.body,
    }
  );
}
