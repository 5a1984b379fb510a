import type { Paragraph, Table } from 'docx';
import type { Dossier } from '#shared/domain/notification/dossier/dossier.ts';
import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';
import { letterheadOf } from '#shared/documents/letterhead.ts';
import { writeDocument } from '#shared/documents/write-document.ts';
import { accountsSection } from './accounts-section.ts';
import { lawsAndTerms, sourcesSection, timelineSection } from './closing-section.ts';
import { companySection, peopleSection } from './company-section.ts';
import { findingsSection, uncountedFindings } from './findings-section.ts';
import { closingSections, moneySection, summarySection } from './exhibit-sections.ts';
import { networkAnnex } from './network-section.ts';

/** @param picture the ring as SVG, where there is one */
export type WriteDocx = (dossier: Dossier, picture: string | undefined) => Promise<Buffer>;

/**
 * A dossier as a document to print and sign (docx, A4). The same dossier gives the same bytes.
 * @param picture the ring as SVG, where there is one
 */
export function writeDocx(dossier: Dossier, picture: string | undefined): Promise<Buffer> {
  const { title, notice } = dossier;
  return writeDocument({
    title,
    foot: `Hồ sơ ${notice.id}, bản số ${notice.sequence}`,
    datedOn: notice.changedOn ?? notice.issuedOn,
    children: [
      ...letterhead(dossier),
      ...summarySection(dossier),
      ...moneySection(dossier),
      ...closingSections(dossier, picture),
      ...companySection(dossier),
      ...peopleSection(dossier),
      ...accountsSection(dossier),
      ...findingsSection(dossier),
      ...uncountedFindings(dossier),
      ...networkAnnex(dossier),
      ...timelineSection(dossier),
      ...sourcesSection(dossier),
      ...lawsAndTerms(dossier),
    ],
  });
}

const letterhead = ({ notice, title }: Dossier): (Paragraph | Table)[] =>
  letterheadOf({
    symbol: 'HS',
    on: notice.changedOn ?? notice.issuedOn,
    title,
    subtitle: `${notice.name}, mã số doanh nghiệp ${notice.enterpriseCode}`,
    addressee: `Kính gửi: ${HOME_PROVINCE.police}`,
    // A dossier cites no bases under its head (NĐ 30/2020/NĐ-CP, Annex I, asks them of decisions); they are in an annex
    legalBases: [],
  });
