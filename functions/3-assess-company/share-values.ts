import { bandOf, type LinkMember, membersRead, type SharedBand } from '#shared/domain/risk/rings/band.ts';
import { type CompanyBands, companyBands, membershipsOf } from '#shared/domain/risk/rings/company-bands.ts';
import { type SharedValue, valueOfKey } from '#shared/domain/risk/rings/value-key.ts';
import type { SendMessages } from '#shared/clients/queue.ts';
import type { CompanyTouched } from '#shared/contracts/messages.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import type { JoinedWork } from '#shared/runtime/joined-work.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import { OVERTAKEN, type Overtaken, untilWritten } from '#shared/runtime/until-written.ts';
import type { Links } from '#shared/tables/links.ts';
import { type StoredList, writeLinks, type WriteLinksPorts } from './write-links.ts';

export interface ShareValuesPorts extends WriteLinksPorts {
  readonly links: WriteLinksPorts['links'] & Pick<Links, 'bands' | 'counted' | 'writeBand' | 'companiesOf'>;
  readonly assess: SendMessages<CompanyTouched>;
  /** Counts a value once for the companies of a batch that wait for it. */
  readonly count: JoinedWork<Counting, SharedBand>;
}

/** Bands expire as the facts behind them do: one that is counted again is written again at this interval. */
const RENEWED_AFTER_SECONDS = 14 * 86_400;

/** The shared values of a company: their bands, and the number of the list of its links. */
interface SharedValues {
  readonly bands: CompanyBands;
  readonly listed: number;
}

/**
 * Writes to each value that a company shares what its own facts show, and returns the bands of those values. Only a
 * change of band has the other members assessed again, so that a value shared by N companies costs N requests.
 */
export async function shareValues(
  member: LinkMember,
  values: readonly SharedValue[],
  stored: StoredList,
  ports: ShareValuesPorts,
): Promise<SharedValues | Overtaken> {
  const { enterpriseCode } = member;
  const own = membershipsOf(member, values);
  const written = await writeLinks(enterpriseCode, own, stored, ports);
  if (written === OVERTAKEN) return OVERTAKEN;
  const changed = new Set(written.changed);
  const unchanged = await ports.links.bands([...own.keys()].filter((value) => !changed.has(value)));
  const counted = new Map<string, SharedBand>();
  await inParallel([...changed], 8, async (value) => {
    const isMember = own.has(value);
    const count = (companies: readonly Counting[]) => untilWritten(() => countAgain(value, companies, ports));
    counted.set(value, await ports.count(value, { enterpriseCode, isMember }, count));
  });
  const bands = companyBands(member, values, (key) => counted.get(key) ?? unchanged.get(key)?.band);
  return { bands, listed: written.revision };
}

/**
 * Takes a company that is not registered back from all values at which it is written. Its date and its signs do not
 * matter, because a company without values is written nowhere.
 */
export const leaveValues = (
  enterpriseCode: string,
  stored: StoredList,
  ports: ShareValuesPorts,
): Promise<SharedValues | Overtaken> =>
  shareValues({ enterpriseCode, registeredOn: '', badSigns: 0 }, [], stored, ports);

/** A company whose run has a value counted, and whether it still has the value. */
export interface Counting {
  readonly enterpriseCode: string;
  readonly isMember: boolean;
}

/**
 * Counts a value's members again for the companies whose runs ask for it, and which get the band at once. Where that changes its band, the other members are sent messages before the band is
 * marked `notified`; where no message is needed, the band is marked at once. Until a band is stored each member has read
 * the band of itself alone, and is sent no message where the new band is the same.
 */
async function countAgain(
  value: string,
  companies: readonly Counting[],
  { links, assess, expiry }: ShareValuesPorts,
): Promise<SharedBand | Overtaken> {
  const { kind, ref } = sharedValueOf(value);
  const { stored: before, members } = await links.counted(value, membersRead(kind));
  const band = bandOf(kind, ref, members);
  const isMember = companies.every((one) => one.isMember);
  const own = new Set(companies.map(codeOf));
  // A band of one company means the same as none, and whoever joins this one counts it too. A company that has left
  // writes in any case, because another run may have counted it before and write its own count after this one
  if (!before && isMember && members.length <= 1) return band;
  const same = before !== undefined && isSameBand(before.band, band);
  const expiresAt = expiry();
  const next = { value, kept: before?.kept, band, revision: (before?.revision ?? 0) + 1, notified: false, expiresAt };
  if (same && before.notified) {
    const endsSoon = (before.expiresAt ?? 0) < expiresAt - RENEWED_AFTER_SECONDS;
    if (endsSoon) await links.writeBand({ ...next, notified: true });
    return band;
  }
  const others = members.filter((one) => !own.has(one.enterpriseCode));
  const differing = before ? others : others.filter((one) => !isSameBand(bandOf(kind, ref, [one]), band));
  const isEveryone = members.length < membersRead(kind);
  if (!same && isEveryone && differing.length === 0)
    return (await links.writeBand({ ...next, notified: true })) ? band : OVERTAKEN;
  if (!same && !(await links.writeBand(next))) return OVERTAKEN;
  const codes = isEveryone ? differing.map(codeOf) : await allOthers(value, own, links);
  await assess(codes.map((code) => ({ enterpriseCode: code })));
  await links.writeBand(
    same ? { ...next, notified: true } : { ...next, kept: undefined, revision: next.revision + 1, notified: true },
  );
  return band;
}

const allOthers = async (
  value: string,
  own: ReadonlySet<string>,
  links: ShareValuesPorts['links'],
): Promise<readonly string[]> => (await links.companiesOf(value)).filter((code) => !own.has(code));

const isSameBand = (one: SharedBand, other: SharedBand): boolean => contentId(one) === contentId(other);
const codeOf = ({ enterpriseCode }: Pick<LinkMember, 'enterpriseCode'>): string => enterpriseCode;

function sharedValueOf(key: string): SharedValue {
  const value = valueOfKey(key);
  if (!value) throw new RangeError('not a shared value');
  return value;
}
