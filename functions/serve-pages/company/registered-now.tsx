import type { Registration } from '#shared/domain/identity/registration.ts';
import { foldVersions } from '#shared/domain/risk/facts/fold-versions.ts';
import type { ServePagesPorts } from '../ports.ts';

/** What a company has registered last; undefined where no file has said anything of it. */
export async function registeredNow(
  code: string,
  { companies }: Pick<ServePagesPorts, 'companies'>,
): Promise<Registration | undefined> {
  const { registrations } = await companies.registered(code);
  return registrations.length === 0 ? undefined : foldVersions(registrations).current;
}

/** An address with a link to it on a map, which an officer's phone opens on the way. */
export const AddressOnMap = ({ address }: { readonly address: string }) => (
  <>
    {address}{' '}
    <a
      class="govuk-link"
      rel="noreferrer"
      href={`https://www.google.com/maps/search/?api=1&query=${encodeURIComponent(address)}`}
    >
      Xem bản đồ
    </a>
  </>
);
