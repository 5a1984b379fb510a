import { createReadStream, existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { LEDGER_FILES, LedgerContext, LedgerInput } from '#shared/contracts/ledger-files.ts';
import { OutcomeFactLine } from '#shared/contracts/outcome-fact.ts';
import type { OutcomeFact } from '#shared/domain/outcomes/outcome-fact.ts';
import { parseJson } from '#shared/runtime/parse-json.ts';
import type { LedgerSource } from '#shared/use-cases/reports/ledger-of-tables.ts';
import { UserFacingError } from '#infra/local/failure-sentence.ts';

/** The ledger that a run left in a folder; undefined where there is none. */
export function ledgerOfFolder(folder: string): LedgerSource | undefined {
  const facts = join(folder, LEDGER_FILES.facts);
  if (!existsSync(facts)) return undefined;
  return {
    cases: () => casesIn(facts),
    async inputs() {
      const lines = await readFile(join(folder, LEDGER_FILES.inputs), 'utf8').catch(() => '');
      return lines
        .split('\n')
        .filter(Boolean)
        .map((line) => LedgerInput.parse(JSON.parse(line)));
    },
    about: async () => LedgerContext.parse(JSON.parse(await readFile(join(folder, LEDGER_FILES.about), 'utf8'))),
  };
}

/**
 * Reads the ledger case by case in the order of its lines, so that only the facts of one case are in memory. @throws
 * {UserFacingError} where a line is no fact, or where a case occurs again after another because the file was reordered
 */
async function* casesIn(file: string): AsyncGenerator<readonly OutcomeFact[]> {
  let facts: OutcomeFact[] = [];
  let number = 0;
  let last = '';
  for await (const line of createInterface({ input: createReadStream(file) })) {
    number += 1;
    if (line === '') continue;
    const fact = OutcomeFactLine.safeParse(parseJson(line)).data;
    if (!fact) throw new UserFacingError(`${file}, dòng ${number}: không phải một sự việc của sổ kết quả.`);
    if (fact.caseId < last)
      throw new UserFacingError(`${file}, dòng ${number}: sổ kết quả không còn xếp theo mã doanh nghiệp.`);
    if (fact.caseId !== last && facts.length > 0) {
      yield facts;
      facts = [];
    }
    last = fact.caseId;
    facts.push(fact);
  }
  if (facts.length > 0) yield facts;
}
