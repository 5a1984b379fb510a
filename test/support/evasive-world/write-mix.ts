import { once } from 'node:events';
import { createWriteStream, mkdirSync, type WriteStream } from 'node:fs';
import { join } from 'node:path';
import { AS_OF, LABELLED_WORLD } from '#test/support/labelled-province.ts';
import { worldFacts } from '#test/support/world-facts/world-facts.ts';
import { evasiveWorld } from './evasive-world.ts';
import { DESCRIBED, FRONTS, HARDEST, MIXED, MIXED_FRONTS, UNDESCRIBED, VEILED_FRONTS } from './grades.ts';
import { withBands } from './judged.ts';

/**
 * node test/support/evasive-world/write-mix.ts DIR [SEED…]
 *
 * Writes facts.jsonl and labels.jsonl of the labelled world in every grade of evasion, for `npm run backtest --
 * --calibrate`. A fold is a grade and one of three parts of the province. The weights that judge a company were fitted
 * without its grade and its part.
 */
const PARTS = 3;
const [dir = '', ...seeds] = process.argv.slice(2);
mkdirSync(dir, { recursive: true });
const world = await worldFacts(LABELLED_WORLD, AS_OF);
const facts = createWriteStream(join(dir, 'facts.jsonl'));
const labels = createWriteStream(join(dir, 'labels.jsonl'));
let written = 0;
const grades = [...DESCRIBED, ...UNDESCRIBED, MIXED, ...FRONTS, ...VEILED_FRONTS, MIXED_FRONTS, ...HARDEST];

for (const grade of grades) {
  for (const seed of seeds.length > 0 ? seeds.map(Number) : [1]) {
    const companies = evasiveWorld(world, grade, seed);
    for (const [index, one] of withBands(companies).entries()) {
      written += 1;
      // The code keeps its length, because the length identifies a household business and a branch.
      const enterpriseCode = String(written).padStart(one.enterpriseCode.length, '0');
      const folds = [grade.name, `part ${Number(one.enterpriseCode.slice(-5)) % PARTS}`];
      await writeLine(facts, { ...one, enterpriseCode });
      await writeLine(labels, { code: enterpriseCode, shell: companies[index]?.shell === true, folds });
    }
  }
}
for (const stream of [facts, labels]) {
  stream.end();
  await once(stream, 'finish');
}

async function writeLine(stream: WriteStream, line: unknown): Promise<void> {
  if (!stream.write(`${JSON.stringify(line)}\n`)) await once(stream, 'drain');
}
