import { createWriteStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { ledgerOfFolder } from '#infra/operator/ledger-of-folder.ts';
import { LEDGER_FILES } from '#shared/contracts/ledger-files.ts';
import { makeReport } from '#shared/use-cases/reports/make-report.ts';
import { reportFiles } from '#shared/use-cases/reports/report-files.ts';
import { yearOfOutcomes } from '#test/support/year-of-outcomes.ts';
import { temporaryFolder } from '#test/support/temporary-folder.ts';
import type { Bench } from './result.ts';

const CASES = 100_000;
const PERIOD = { from: '2025-01-01', to: '2025-12-31' };

/** Measures a year's report of 100,000 cases from the ledger's files to docx and xlsx, in seconds and peak memory. */
export const bench: Bench = async () => {
  const folder = temporaryFolder('ledger');
  try {
    await pipeline(
      function* lines() {
        for (const facts of yearOfOutcomes(CASES)) yield facts.map((fact) => `${JSON.stringify(fact)}\n`).join('');
      },
      createWriteStream(join(folder, LEDGER_FILES.facts)),
    );
    await writeFile(join(folder, LEDGER_FILES.about), '{"asOf":"2025-12-31","ruleSet":"bench","measures":[]}');
    const source = ledgerOfFolder(folder);
    if (!source) throw new Error('the ledger was not written');
    const started = performance.now();
    await reportFiles(await makeReport({ kind: 'year', period: PERIOD }, source));
    return {
      ours: Math.round(performance.now() - started) / 1000,
      peers: {},
      unit: 's',
      at: new Date().toISOString(),
      rssMB: Math.round(process.resourceUsage().maxRSS / 1000),
      cases: CASES,
    };
  } finally {
    await rm(folder, { recursive: true });
  }
};
