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
