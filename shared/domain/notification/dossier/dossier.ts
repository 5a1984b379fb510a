import type { Finding } from '#shared/domain/risk/rules/finding.ts';
import type { CaseFile } from './case-file.ts';
import { type Exhibit, exhibitOf } from './exhibit.ts';
import { figuresOf, type ShownFigure } from './figures.ts';
import { datingRows, sourceFilterOf } from './finding-sources.ts';
import { bankNameOf } from '#shared/domain/vietnamese/bank-names.ts';
import { lawsNamed } from '#shared/domain/risk/rules/law-in-force.ts';
import { accountInWords } from './money-meant.ts';
import { periodOf, type FindingPeriod } from '#shared/domain/risk/rules/finding-period.ts';
import type { PoliceNotice } from './police-notice.ts';
import type { NoticedAccount } from '../notice/police-notice-content.ts';
import { citeAll, type LeftOutRows, type SourcedRow, type SourceKind } from './sources.ts';
import { type DecisionMade, timelineOf, type TimelineEntry } from './timeline.ts';
import { requestOf } from './request.ts';
import { LEVEL_LABELS, scoreExplained, WITHDRAWAL, withdrawalReason } from './wording.ts';
import { formatDate } from '../../vietnamese/dates.ts';
import { daysOfPeriod } from '../../vietnamese/periods.ts';

/** The feeds whose rows belong to a time. */
const TIMED: ReadonlySet<SourcedRow['feed']> = new Set(['flows', 'counterparties', 'activities']);

/** A row that is shown, or rows that are left out. */
type DatedRows = SourceKind & Partial<Pick<SourcedRow, 'period'> & Pick<LeftOutRows, 'days'>>;

/** Whether a row belongs to a time. */
const hasPeriod = ({ feed, period, days }: DatedRows): boolean => (period ?? days) !== undefined && TIMED.has(feed);

/** The time of a finding whose evidence has none: the time of its rows. Undefined where these have none either. */
function periodOfRows(rows: readonly DatedRows[]): FindingPeriod | undefined {
  const spans = rows.flatMap(({ period, days }) => days ?? (period === undefined ? [] : [daysOfPeriod(period)]));
  const [from] = spans.map((span) => span.from).sort();
  const to = spans
    .map((span) => span.to)
    .sort()
    .at(-1);
  if (from === undefined || to === undefined) return undefined;
  const text = `theo các dòng nguồn, từ ${formatDate(from)} đến ${formatDate(to)}`;
  return { text, until: to };
}

/** A finding as a dossier shows it. */
export interface DossierFinding {
  readonly finding: Finding;
  readonly figures: readonly ShownFigure[];
  /** The time of the finding, in words. */
  readonly period?: string | undefined;
  /** The rows that the finding rests on, such as `[1] dòng 3`; empty where no row's source is known. */
  readonly sources: string;
}

/** A dossier (hồ sơ) with the grounds of a notice to the police, made from the notice and its facts. */
export interface Dossier {
  readonly notice: PoliceNotice;
  /** Undefined where the facts behind the notice are no longer kept. */
  readonly caseFile?: CaseFile | undefined;
  readonly title: string;
  readonly level: string;
  /** What a reader needs before the annexes. */
  readonly exhibit: Exhibit;
  /** The request to the police, or the reason for the withdrawal. */
  readonly request: string;
  readonly withdrawal?: string | undefined;
  /** Two sentences that explain the score. */
  readonly score: string;
  /** The findings that count, each once, the heaviest first. */
  readonly findings: readonly DossierFinding[];
  /** The findings of weight 0. */
  readonly uncounted: readonly DossierFinding[];
  readonly accounts: readonly (NoticedAccount & { readonly bankName: string })[];
  readonly timeline: readonly TimelineEntry[];
  /** The legal basis (căn cứ): the laws that the notice and its findings rest on, by name and number, each once. */
  readonly legalBases: readonly string[];
}

/**
 * Makes the dossier; the same notice, facts and decisions give the same dossier. @param decisions the police's, the
 * oldest first
 */
export function dossierOf(notice: PoliceNotice, caseFile?: CaseFile, decisions: readonly DecisionMade[] = []): Dossier {
  const withdrawn = notice.state === 'withdrawn';
  const all = onceEach(notice.findings).map((finding) => dossierFinding(finding, caseFile));
  const findings = all
    .filter(({ finding }) => finding.weight !== 0)
    .toSorted((a, b) => b.finding.weight - a.finding.weight);
  return {
    notice,
    caseFile,
    title: withdrawn ? 'BẢN RÚT THÔNG BÁO' : 'HỒ SƠ DOANH NGHIỆP CÓ DẤU HIỆU CẦN RÀ SOÁT',
    level: LEVEL_LABELS[notice.level],
    exhibit: exhibitOf(notice, caseFile, findings[0]?.finding),
    request: withdrawn ? WITHDRAWAL : requestOf(notice.findings, caseFile),
    withdrawal:
      withdrawn && notice.withdrawnBecause !== undefined ? withdrawalReason(notice.withdrawnBecause) : undefined,
    score: scoreExplained(notice.score, notice.ruleSet),
    findings,
    uncounted: all.filter(({ finding }) => finding.weight === 0),
    accounts: notice.accounts.map((account) => ({ ...account, bankName: bankNameOf(account.bank) })),
    timeline: timelineOf(notice, caseFile, decisions),
    legalBases: lawsNamed(
      [...notice.scope.legalBasis, ...notice.findings.map(({ legalBasis }) => legalBasis)],
      notice.changedOn ?? notice.issuedOn,
    ),
  };
}

/** Of findings with the same sentence the heaviest is kept. */
function onceEach(findings: readonly Finding[]): readonly Finding[] {
  const bySentence = new Map<string, Finding>();
  for (const finding of findings) {
    const known = bySentence.get(finding.message);
    if (!known || Math.abs(finding.weight) > Math.abs(known.weight)) bySentence.set(finding.message, finding);
  }
  return [...bySentence.values()];
}

function dossierFinding(finding: Finding, caseFile: CaseFile | undefined): DossierFinding {
  const rests = sourceFilterOf(finding);
  const known = caseFile && [...caseFile.sources.flatMap((file) => file.rows), ...(caseFile.leftOut ?? [])];
  const rows = isTimeless(finding.code) ? [] : (known?.filter(rests) ?? []);
  const period = periodOf(finding.evidence) ?? periodOfRows(datingRows(finding, rows.filter(hasPeriod)));
  return {
    finding: { ...finding, message: finding.message + accountInWords(finding, caseFile?.accounts ?? []) },
    figures: figuresOf(finding),
    period: period?.text,
    sources: caseFile ? citeAll(caseFile, rests) : '',
  };
}

/** Findings about people, account holders and shared values concern the registration, whatever was paid meanwhile. */
const isTimeless = (code: string): boolean => /^(?:REP_|PERSON_|ACCOUNT|TIED|SECOND_TIE|FOUNDED)/u.test(code);
