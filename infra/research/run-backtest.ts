import { createReadStream } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import type { FoldedExample } from './back-test/cross-validate.ts';
import { EarlierBands } from './back-test/earlier-bands.ts';
import { type Metrics, metricsOf, type ReplayedVerdict } from './back-test/metrics.ts';
import { type Flip, replayCompany } from './back-test/replay.ts';
import type { IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { factsAsOf } from '#shared/domain/risk/facts/facts-as-of.ts';
import { RULE_SET, type RuleSet } from '#shared/domain/risk/rules/rule-set.ts';
import { fitRuleSet } from './fit-rule-set.ts';
import { parseFacts, readCompanies, unreadableFile, UnusableSnapshot } from './snapshot-companies.ts';

export interface BacktestArguments {
  readonly ruleSet: RuleSet;
  readonly asOf: IsoDate;
  readonly facts: string;
  readonly labels?: string | undefined;
  readonly calibrated: boolean;
}

/** The result of a back-test, with its rule-set version and snapshot. */
export interface BacktestResult {
  readonly ruleSet: string;
  readonly against: string;
  readonly asOf: IsoDate;
  readonly snapshot: { readonly sha256: string; readonly companies: number; readonly asOf?: IsoDate | undefined };
  /** A note, in Vietnamese, on the data that are unknown if the day is before the snapshot's. */
  readonly limits: readonly string[];
  readonly measures: Metrics;
  readonly flips: readonly Flip[];
  /** The rule set fitted to the labels, starting from its own weights. */
  readonly calibrated?: ReturnType<typeof fitRuleSet> | undefined;
  readonly seconds: number;
}

const LIMITS = [
  'Ngày tính đến sớm hơn ngày của bản chụp: chỉ dùng dữ kiện có ngày đến hết ngày đó; các mối liên hệ chung được đếm lại theo ngày đó.',
  'Bản chụp không ghi ngày nhận dữ liệu dân cư, thuê bao, nên kết quả đối chiếu nhân thân và chủ thuê bao là của ngày chụp.',
  'Người đại diện, trụ sở đã thay đổi sau ngày đó thì không rõ trước kia là ai, ở đâu: không xét.',
  'Bản chụp chỉ giữ tờ khai, hóa đơn, số liệu tài khoản, danh sách nghi vấn mới nhất: bản bị thay thế sau ngày đó coi như chưa có.',
  'Điện thoại, thư điện tử, người khác trong hồ sơ, người đứng sau tài khoản là của ngày chụp.',
] as const;

/**
 * Replays a rule set over a snapshot of facts (JSONL, a company a line), against the set in force.
 * @throws UnusableSnapshot where a line is no company's facts, or a file can't be read.
 */
export async function runBacktest({
  ruleSet,
  asOf,
  facts,
  labels,
  calibrated,
}: BacktestArguments): Promise<BacktestResult> {
  const started = performance.now();
  const truth = labels === undefined ? new Map<string, Label>() : await readLabels(labels);
  const replayed: ReplayedVerdict[] = [];
  const flips: Flip[] = [];
  const examples: FoldedExample[] = [];
  const { earlier, snapshotDay } = await bandsOfThatDay(facts, asOf);
  let companies = 0;
  const sha256 = await readCompanies(facts, (snapshot) => {
    companies += 1;
    const label = truth.get(snapshot.enterpriseCode);
    const company = replayCompany(snapshot, asOf, label?.shell, ruleSet, earlier);
    if (!company) return;
    replayed.push(company.replayed);
    if (company.flip) flips.push(company.flip);
    if (label && company.example) examples.push({ ...company.example, ...label });
  });
  const capacity = Math.max(1, Math.round((replayed.length * ruleSet.capacityPercent) / 100));
  return {
    ruleSet: ruleSet.version,
    against: RULE_SET.version,
    asOf,
    snapshot: { sha256, companies, asOf: snapshotDay },
    limits: earlier ? LIMITS : [],
    measures: metricsOf(replayed, capacity),
    flips: flips.sort((a, b) => b.score - a.score || (a.enterpriseCode < b.enterpriseCode ? -1 : 1)),
    calibrated: calibrated ? fitRuleSet(examples, ruleSet, replayed.length) : undefined,
    seconds: Math.round((performance.now() - started) / 10) / 100,
  };
}

/**
 * Replays a day before the snapshot's in two passes, because the shared values of that day must be known before a
 * company is assessed. The day of the first company is the snapshot's day.
 */
async function bandsOfThatDay(path: string, asOf: IsoDate) {
  const snapshotDay = await firstDay(path);
  if (snapshotDay === undefined || asOf >= snapshotDay) return { snapshotDay };
  const earlier = new EarlierBands();
  await readCompanies(path, (snapshot) => {
    const then = factsAsOf(snapshot, asOf);
    if (then) earlier.add(then);
  });
  return { snapshotDay, earlier };
}

async function firstDay(path: string): Promise<IsoDate | undefined> {
  const input = createReadStream(path);
  try {
    for await (const line of createInterface({ input })) if (line.trim() !== '') return parseFacts(line)?.asOf;
  } catch {
    throw unreadableFile(path);
  } finally {
    input.destroy();
  }
  return undefined;
}

interface Label extends Pick<FoldedExample, 'shell' | 'folds'> {
  readonly enterpriseCode: string;
}

/** Reads labels from JSONL: `{code, shell, folds?}`. */
async function readLabels(path: string): Promise<Map<string, Label>> {
  const text = await readFile(path, 'utf8').catch(() => {
    throw new UnusableSnapshot(`Không đọc được tệp “${path}”.`);
  });
  const truth = new Map<string, Label>();
  text.split('\n').forEach((line, index) => {
    if (line.trim() === '') return;
    const label = labelOf(line);
    if (!label) throw new UnusableSnapshot(`Dòng ${index + 1} của “${path}” không phải nhãn.`);
    truth.set(label.enterpriseCode, label);
  });
  return truth;
}

function labelOf(line: string): Label | undefined {
  try {
    const { code, shell, folds }: Record<string, unknown> = JSON.parse(line);
    if (typeof code !== 'string' || typeof shell !== 'boolean') return undefined;
    return { enterpriseCode: code, shell, folds: Array.isArray(folds) ? folds.map(String) : [] };
  } catch {
    return undefined;
  }
}
