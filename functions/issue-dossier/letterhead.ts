import type { Paragraph, Table } from 'docx';
import type { Dossier } from '#shared/domain/notification/dossier/dossier.ts';
import { HOME_PROVINCE } from '#shared/domain/vietnamese/home-province.ts';
import { letterheadOf } from '#shared/documents/letterhead.ts';

export const letterhead = ({ notice, title, legalBases }: Dossier): (Paragraph | Table)[] =>
  letterheadOf({
    symbol: 'HS',
    on: notice.changedOn ?? notice.issuedOn,
    title,
    subtitle: `${notice.name}, mã số doanh nghiệp ${notice.enterpriseCode}`,
    addressee: `Kính gửi: ${HOME_PROVINCE.police}`,
    legalBases,
  });
