import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import * as z from 'zod';
import { caseOutcome } from '#shared/domain/outcomes/case-outcome.ts';
import { RULE_SET } from '#shared/domain/risk/rules/rule-set.ts';
import type { LedgerSource } from '#shared/use-cases/reports/ledger-of-tables.ts';
import { optionsOf, TEXT } from '#infra/local/call-options.ts';
import { EXIT, printError } from '#infra/local/exit.ts';
import { PeerDrift } from './back-test/peer-drift.ts';
import { ledgerOfFolder } from '#infra/operator/ledger-of-folder.ts';
import { runBacktest } from './run-backtest.ts';
import { readCompanies, UnusableSnapshot } from './snapshot-companies.ts';
import { runCommand } from '#infra/local/run-command.ts';
import { isInRandomSample } from '#shared/domain/risk/activity/random-sample.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';

const USAGE = `Cách dùng: npm run propose -- --facts TỆP.jsonl --as-of NGÀY [--ledger THƯ_MỤC] [--out THƯ_MỤC]

  Lập đề xuất trọng số mới từ các kết luận trong sổ kết quả và kết quả kiểm tra mẫu ngẫu nhiên (kiểm tra chéo theo thời gian: mỗi nửa năm chỉ học từ các nửa năm trước),
  kèm danh sách doanh nghiệp đổi kết quả và phân vị của doanh nghiệp cùng loại.
  TỆP là bản chụp dữ kiện của npm start -- --snapshot. Đề xuất chỉ là tệp: không tự có hiệu lực, bộ quy tắc đang dùng không đổi.`;

const Asked = z.object({
  facts: z.string().min(1),
  'as-of': z.iso.date(),
  ledger: z.string().min(1).default(join('out', 'ledger')),
  out: z.string().min(1).default(join('out', 'de-xuat')),
});

/** Reads from the ledger what the police decided on each company until the day, and since when it was flagged. */
export async function decisionsIn(
  source: Pick<LedgerSource, 'cases'>,
  until: string,
): Promise<ReadonlyMap<string, LedgerOutcome>> {
  const decided = new Map<string, LedgerOutcome>();
  for await (const facts of source.cases('0000-01-01', until)) {
    const { caseId, flags } = caseOutcome(facts, until);
    const last = flags.flatMap(({ decisions }) => decisions).at(-1);
    if (flags.length > 0) decided.set(caseId, { outcome: last?.outcome, on: last?.on, flaggedOn: flags[0]?.flaggedOn });
  }
  return decided;
}

/**
 * Writes the labels for the back-test: each company once, with the police's decision or, for the random sample, the
 * office's finding. @returns the number of sampled companies that were not found at their address, whose class is still
 * unknown
 */
export async function proposalLines(facts: string, decided: ReadonlyMap<string, LedgerOutcome>, asOf: string) {
  const lines = new Map<string, DecisionLine>();
  const peers = new PeerDrift(asOf);
  let unfound = 0;
  for (const [enterpriseCode, { outcome, on }] of decided)
    if (outcome !== undefined) lines.set(enterpriseCode, { enterpriseCode, decision: outcome, decidedOn: on });
  await readCompanies(facts, (snapshot) => {
    const { enterpriseCode } = snapshot;
    peers.add(snapshot);
    const drawn = sampledOutcome(snapshot, decided.get(enterpriseCode), asOf);
    if (drawn === 'not_found') unfound += 1;
    else if (drawn)
      lines.set(enterpriseCode, { enterpriseCode, decision: drawn.outcome, decidedOn: drawn.on, sample: 'random' });
  });
  return { lines: [...lines.values()], unfound, peers: peers.proposal() };
}

interface DecisionLine {
  readonly enterpriseCode: string;
  readonly decision: 'confirmed' | 'dismissed';
  readonly decidedOn: string | undefined;
  readonly sample?: 'random';
}

async function main(words: readonly string[]): Promise<number> {
  const asked = Asked.safeParse(optionsOf(words, { facts: TEXT, 'as-of': TEXT, ledger: TEXT, out: TEXT })).data;
  if (!asked) return printError(USAGE);
  const { facts, 'as-of': asOf, out } = asked;
  const source = ledgerOfFolder(asked.ledger);
  if (!source) return printError(`Không thấy sổ kết quả ở ${asked.ledger}.`);
  await mkdir(out, { recursive: true });
  const labels = join(out, 'ket-luan.jsonl');
  try {
    const { lines, unfound, peers } = await proposalLines(facts, await decisionsIn(source, asOf), asOf);
    const random = lines.filter(({ sample }) => sample === 'random').length;
    await writeFile(labels, lines.map((line) => `${JSON.stringify(line)}\n`).join(''));
    await writeFile(join(out, 'phan-vi.json'), `${JSON.stringify(peers, null, 2)}\n`);
    const { calibrated } = await runBacktest({ ruleSet: RULE_SET, asOf, facts, labels, calibrated: true });
    if (!calibrated || 'refused' in calibrated) return printError(calibrated?.refused ?? USAGE);
    const { flips, measures } = await runBacktest({
      ruleSet: calibrated.ruleSet,
      asOf,
      facts,
      labels,
      calibrated: false,
    });
    const heldOut = { decisions: lines.length, random, unfound, heldOut: calibrated.heldOut, measures };
    await writeFile(join(out, 'bo-quy-tac.json'), `${JSON.stringify(calibrated.ruleSet, null, 2)}\n`);
    await writeFile(join(out, 'kiem-tra.json'), `${JSON.stringify(heldOut, null, 2)}\n`);
    await writeFile(join(out, 'doi-ket-qua.json'), `${JSON.stringify(flips, null, 2)}\n`);
    console.log(
      `Đề xuất từ ${lines.length} kết luận (trong đó mẫu ngẫu nhiên ${random}; ${unfound} doanh nghiệp của mẫu không tìm thấy, chưa rõ) ở ${out}: ${flips.length} doanh nghiệp đổi kết quả. Chưa có hiệu lực.`,
    );
    return EXIT.done;
  } catch (error) {
    if (error instanceof UnusableSnapshot) return printError(error.message);
    throw error;
  }
}

if (import.meta.main) await runCommand(USAGE, main);

/** The outcomes of a company in the ledger until a day. */
interface LedgerOutcome {
  readonly outcome: 'confirmed' | 'dismissed' | undefined;
  readonly on: IsoDate | undefined;
  readonly flaggedOn: IsoDate | undefined;
}

/**
 * A company of the random sample. One that was not found at its registered address counts as neither honest nor a shell
 * until somebody decides.
 */
type SampledOutcome = { readonly outcome: 'confirmed' | 'dismissed'; readonly on: IsoDate } | 'not_found';

/**
 * The result for a company that the office's random sample drew: the first inspection in a half-year in which it was
 * drawn, before any flag. A company found at work counts as honest unless the police later decided otherwise.
 */
export function sampledOutcome(
  { enterpriseCode, inspections }: Pick<CompanyFacts, 'enterpriseCode' | 'inspections'>,
  decided: LedgerOutcome | undefined,
  asOf: IsoDate,
): SampledOutcome | undefined {
  const { flaggedOn = '9999-12-31', outcome, on } = decided ?? {};
  const first = inspections.find(
    (inspection) =>
      inspection.on <= asOf && inspection.on < flaggedOn && isInRandomSample(enterpriseCode, inspection.on),
  );
  if (first === undefined) return undefined;
  if (outcome !== undefined && on !== undefined) return { outcome, on };
  return first.found ? { outcome: 'dismissed', on: first.on } : 'not_found';
}
