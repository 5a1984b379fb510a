import { readFileSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import { commandLine } from '#test/support/command-line.ts';
import type { Attack } from '#test/support/insiders/attack.ts';
import { ATTACKS } from '#test/support/insiders/attacks.ts';
import { assessedIn, type Outcome, outcomeOf, targetOf } from '#test/support/insiders/judge-attack.ts';
import { AS_OF, REAL_PROVINCE } from '#test/support/labelled-province.ts';
import { worldFacts } from '#test/support/world-facts/world-facts.ts';

const BANK = '970418';
const PAGE = join(import.meta.dirname, '..', '..', 'docs', 'tactics.md');
const [BEGIN, END] = ['<!-- insiders: npm run insiders -- --write -->', '<!-- end of insiders -->'];

/**
 * `npm run insiders [-- --world <folder> --as-of <day>] [--write]`: what false rows of one sender do to a labelled
 * province, in memory; `--write` puts the table into `docs/tactics.md`.
 */
async function main({ folder, asOf, isWritten }: { folder: string; asOf: string; isWritten: boolean }): Promise<void> {
  const world = await worldFacts(folder, asOf);
  const before = assessedIn(world);
  const target = targetOf(world, BANK, before);
  const rows = ATTACKS.map((attack) => rowOf(attack, outcomeOf(attack, target, before)));
  const table = [
    `Rule set ${RULE_SET.version}, \`${basename(folder)}\`: ${target.victims.length} honest companies and ${target.shells.length} flagged shells are attacked; the bank is ${BANK}.`,
    '',
    '| By | False rows | Flagged of those attacked | … if few were attacked | Flagged others | Honest companies newly watched | Shells only watched | Shells no longer watched | What the operator is told |',
    '|---|---|---|---|---|---|---|---|---|',
    ...rows,
  ].join('\n');
  console.log(table);
  if (!isWritten) return;
  const page = readFileSync(PAGE, 'utf8');
  const [from, to] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${PAGE} has no place for the figures`);
  writeFileSync(PAGE, `${page.slice(0, from)}${BEGIN}\n\n${table}\n\n${page.slice(to)}`);
}

const rowOf = (
  { by, name, aim }: Attack,
  { attacked, flagged, ifFew, bystanders, watched, lost, cleared, noticed }: Outcome,
): string =>
  [
    '',
    by.join(', '),
    name,
    aim === 'condemn' ? `${flagged} of ${attacked}` : '–',
    aim === 'condemn' ? ifFew : '–',
    bystanders,
    watched,
    `${lost} of ${aim === 'clear' ? attacked : 'all'}`,
    cleared,
    [...new Set(noticed)].join(', ') || '–',
    '',
  ]
    .join(' | ')
    .trim();

const { values } = commandLine('npm run insiders -- [--world <folder>] [--as-of <day>] [--write]', {
  options: {
    world: { type: 'string', default: REAL_PROVINCE },
    'as-of': { type: 'string', default: AS_OF },
    write: { type: 'boolean', default: false },
  },
});
await main({ folder: resolve(values.world), asOf: values['as-of'], isWritten: values.write });
