import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Asset, Assets } from '../http/assets.ts';
import { GUIDES } from './guide-sections.ts';
import { guideDocument } from './guide.tsx';

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
