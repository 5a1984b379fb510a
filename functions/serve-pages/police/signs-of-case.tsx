import { RULES } from '#shared/domain/risk/rules/all-rules.ts';
import type { EvidenceKind } from '#shared/domain/risk/rules/finding.ts';
import type { OpenNotice } from '#shared/tables/open-notice.ts';
import { Link } from '../layout/components.tsx';

/** What a kind of evidence is about, as a line of a list says it. */
export const KIND_OF_SIGN_NAMES: Readonly<Record<EvidenceKind, string>> = {
  identity: 'Nhân thân',
  money: 'Tiền đi qua tài khoản',
  sales: 'Kê khai, hóa đơn',
  registration: 'Mới lập, mới đổi',
  account: 'Người dùng tài khoản',
  authority: 'Kết luận của cơ quan',
  means: 'Lao động, năng lực',
  tie: 'Liên hệ trong nhóm',
};

const KINDS = new Map(Object.entries(RULES).map(([code, { kind }]) => [code, kind]));

/** The kinds of evidence of a case's heaviest findings, the heaviest first. */
export const kindsOfSigns = (signs: OpenNotice['summary']['signs'] = []): readonly EvidenceKind[] => [
  ...new Set(signs.flatMap((code) => KINDS.get(code) ?? [])),
];

export const signsInWords = (signs: OpenNotice['summary']['signs']): string =>
  kindsOfSigns(signs)
    .map((kind) => KIND_OF_SIGN_NAMES[kind])
    .join('; ');

interface RingProps {
  readonly ring: NonNullable<OpenNotice['summary']['ring']>;
  /** The address of the list of its members alone. */
  readonly href: string;
}

export const RingOfCase = ({ ring: { of, companies }, href }: RingProps) => (
  <Link to={href}>
    {`${companies} doanh nghiệp`}
    <span class="govuk-visually-hidden">{` của nhóm ${of}`}</span>
  </Link>
);
