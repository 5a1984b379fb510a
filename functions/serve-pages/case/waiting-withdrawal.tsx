import { withdrawalReason } from '#shared/domain/notification/dossier/wording.ts';
import type { ProposedRelease } from '#shared/tables/releases.ts';
import { Link } from '../layout/components.tsx';

/** The code of the reason why the case's notice would be withdrawn, where that waits for a person. */
export const waitingWithdrawalOf = (change: ProposedRelease | undefined): string | undefined =>
  change?.state === 'waiting' && change.act === 'withdraw' ? (change.withdrawnBecause ?? '') : undefined;

/** States that the notice would be withdrawn, why, and where an officer decides on that. */
export function WaitingWithdrawal({ because }: { readonly because: string | undefined }) {
  if (because === undefined) return null;
  return (
    <p class="govuk-inset-text">
      {`Đang chờ duyệt rút thông báo này. ${withdrawalReason(because)} Hãy xem điều gì đã đổi trước khi duyệt ở `}
      <Link to="/police/releases">Chờ duyệt</Link>.
    </p>
  );
}
