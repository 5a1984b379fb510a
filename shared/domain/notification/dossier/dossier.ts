import { findInstitution } from '#shared/domain/vietnamese/financial-institution.ts';
import { PRACTICE } from '#shared/domain/risk/rules/rule.ts';
import { figuresOf, type Figure } from './figures.ts';
import type { NoticedAccount, PoliceNotice } from './police-notice.ts';
import { timelineOf, type TimelineEntry } from './timeline.ts';
import { LEVELS, REQUEST, WITHDRAWAL, withdrawalReason } from './wording.ts';

/** A dossier (hồ sơ): all that a notice to the police rests on, made from the notice alone. */
export interface Dossier {
  readonly notice: PoliceNotice;
  readonly title: string;
  readonly level: string;
  /** What the police are asked to do, or why the notice was withdrawn. */
  readonly request: string;
  readonly withdrawal?: string | undefined;
  /** The findings' figures, in the order of the findings. */
  readonly figures: readonly (readonly Figure[])[];
  readonly accounts: readonly (NoticedAccount & { readonly bankName: string })[];
  readonly timeline: readonly TimelineEntry[];
  /** Căn cứ pháp lý, each once; figures of practice are none. */
  readonly legalBases: readonly string[];
}

/** The same notice gives the same dossier. */
export function dossierOf(notice: PoliceNotice): Dossier {
  const withdrawn = notice.state === 'withdrawn';
  return {
    notice,
    title: withdrawn ? 'BẢN RÚT THÔNG BÁO' : 'HỒ SƠ DOANH NGHIỆP CÓ DẤU HIỆU CẦN RÀ SOÁT',
    level: LEVELS[notice.level],
    request: withdrawn ? WITHDRAWAL : REQUEST,
    withdrawal:
      withdrawn && notice.withdrawnBecause !== undefined ? withdrawalReason(notice.withdrawnBecause) : undefined,
    figures: notice.findings.map(({ evidence }) => figuresOf(evidence)),
    accounts: notice.accounts.map((account) => ({ ...account, bankName: nameOf(account.bank) })),
    timeline: timelineOf(notice),
    legalBases: [...new Set(notice.findings.map(({ legalBasis }) => legalBasis))].filter((basis) => basis !== PRACTICE),
  };
}

const nameOf = (bank: string): string => findInstitution(bank)?.name ?? bank;
