import {
  bandOf,
  bankReportFields,
  type LinkMember,
  MEMBERS_COUNTED,
  ownBand,
  type SharedBand,
} from '#shared/domain/risk/rings/band.ts';
import type { SharedValue } from '#shared/domain/risk/rings/value-key.ts';
import { valueKey, valueOfKey } from '#shared/domain/risk/rings/value-key.ts';
import { inParallel } from '#shared/runtime/in-parallel.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { LinkFingerprint, Links } from '#shared/tables/links.ts';
import { writeLinks, type WriteLinksPorts } from './write-links.ts';

export interface ShareValuesPorts extends WriteLinksPorts {
  readonly links: WriteLinksPorts['links'] &
    Pick<Links, 'areUnsure' | 'bands' | 'counted' | 'writeBand' | 'companiesOf'>;
}

/** Links and bands expire as the facts behind them do: those of an existing company are written again at this interval. */
const RENEWED_AFTER_SECONDS = 14 * 86_400;

/** The values of the company's last assessment; `again` is true where an earlier try of the message may have ended. */
interface EarlierShares {
  readonly before: readonly LinkFingerprint[];
  readonly again: boolean;
}

/** The shared values of a company: their bands, and what is written at them. */
interface SharedValues {
  readonly bands: SharedBand[];
  readonly links: LinkFingerprint[];
  /** Whether another run may write the company's links after this one, so that the company is assessed once more. */
  readonly isFollowed: boolean;
}

/**
 * Writes to each value that a company shares what its own facts show, and returns the bands of those values. Only a
 * change of band has the other members assessed again, so that a value shared by N companies costs N requests. The
 * company claims its values before it writes them, so that a later run finds and takes back what a failed try left
 * behind. The message of that try may never come again, or may come from the dead letters as if it were new.
 */
export async function shareValues(
  member: LinkMember,
  values: readonly SharedValue[],
  { before, again }: EarlierShares,
  ports: ShareValuesPorts,
): Promise<SharedValues> {
  const fortnight = Math.floor(ports.expiry() / RENEWED_AFTER_SECONDS);
  const own = new Map(values.map((value) => [valueKey(value), { ...member, ...reportedBy(value) }]));
  const links = [...own].map(([value, one]) => ({ value, fingerprint: contentId({ ...one, fortnight }) }));
  const said = new Set(before.map((link) => `${link.value} ${link.fingerprint}`));
  // All links of a new company are written in any case
  const isNew = before.length === 0 && links.length > 0;
  const isUnsure = again || (!isNew && (await ports.links.areUnsure(member.enterpriseCode, before)));
  const news = isUnsure ? links : links.filter((link) => !said.has(`${link.value} ${link.fingerprint}`));
  const isLeft = ({ value }: LinkFingerprint) => !own.has(value);
  const isToWrite = isUnsure || news.length > 0 || before.some(isLeft);
  const items = news.map(({ value }) => ({ ...member, ...own.get(value), value }));
  const { left, isFollowed } = isToWrite
    ? await writeLinks({ enterpriseCode: member.enterpriseCode, links, items, before }, ports)
    : { left: [], isFollowed: false };

  const changed = new Set([...news.map(({ value }) => value), ...left]);
  const stored = await ports.links.bands(links.map(({ value }) => value).filter((value) => !changed.has(value)));
  const counted = new Map<string, SharedBand>();
  await inParallel([...changed], 8, async (value) => {
    counted.set(value, await recount(value, member.enterpriseCode, ports));
  });
  // An uncertain value does not count
  const surely = values.filter((value) => !value.unsure);
  const bands = surely.map((value) => {
    const key = valueKey(value);
    const band =
      counted.get(key) ?? stored.get(key)?.band ?? bandOf(value.kind, value.ref, [{ ...member, ...own.get(key) }]);
    return ownBand(band, value);
  });
  return { bands, links, isFollowed };
}

/** A company that was never assessed, or whose assessment is deleted, has values only where a run was ended meanwhile. */
const NOT_ASSESSED: EarlierShares = { before: [], again: false };

/**
 * Takes a company that is not registered back from all values at which it is written. Its date and its signs do not
 * matter, because a company without values is written nowhere.
 * @returns whether another run may still write links, which nobody would take back once the assessment is deleted
 */
export async function leaveValues(
  enterpriseCode: string,
  earlier: EarlierShares | undefined,
  ports: ShareValuesPorts,
): Promise<boolean> {
  const member = { enterpriseCode, registeredOn: '', badSigns: 0 };
  return (await shareValues(member, [], earlier ?? NOT_ASSESSED, ports)).isFollowed;
}

const reportedBy = (value: SharedValue): Pick<LinkMember, 'unsure' | 'atBank' | 'onlyAtBank'> => ({
  ...(value.unsure && { unsure: true }),
  ...bankReportFields(value),
});

async function recount(value: string, enterpriseCode: string, ports: ShareValuesPorts): Promise<SharedBand> {
  let band = await countOnce(value, enterpriseCode, ports);
  while (!band) band = await countOnce(value, enterpriseCode, ports);
  return band;
}

/**
 * Counts a value's members again. Where that changes its band, the other members are sent messages before the band is
 * marked `notified`; where no message is needed, the band is marked at once. Until a band is stored each member has read
 * the band of itself alone, and is sent no message where the new band is the same. Undefined where another writer wrote
 * the band since it was read.
 */
async function countOnce(
  value: string,
  enterpriseCode: string,
  { links, assess, expiry }: ShareValuesPorts,
): Promise<SharedBand | undefined> {
  const { stored: before, members } = await links.counted(value, MEMBERS_COUNTED);
  const { kind, ref } = sharedValueOf(value);
  const band = bandOf(kind, ref, members);
  // A band of one company means the same as none, so that this only saves writes
  if (!before && members.length <= 1) return band;
  const same = before !== undefined && isSameBand(before.band, band);
  const expiresAt = expiry();
  const next = { value, band, revision: (before?.revision ?? 0) + 1, notified: false, expiresAt };
  if (same && before.notified) {
    const endsSoon = (before.expiresAt ?? 0) < expiresAt - RENEWED_AFTER_SECONDS;
    if (endsSoon) await links.writeBand({ ...next, notified: true }, before);
    return band;
  }
  // If another company comes to share the value after this count, its own run counts the members
  // again
  const others = members.filter((one) => one.enterpriseCode !== enterpriseCode);
  const differing = before ? others : others.filter((one) => !isSameBand(bandOf(kind, ref, [one]), band));
  const isEveryone = members.length < MEMBERS_COUNTED;
  if (!same && isEveryone && differing.length === 0)
    return (await links.writeBand({ ...next, notified: true }, before)) ? band : undefined;
  if (!same && !(await links.writeBand(next, before))) return undefined;
  const codes = isEveryone ? differing.map(codeOf) : await allOthers(value, enterpriseCode, links);
  await assess(codes.map((code) => ({ enterpriseCode: code })));
  await links.writeBand({ ...next, revision: next.revision + 1, notified: true }, same ? before : next);
  return band;
}

const allOthers = async (
  value: string,
  enterpriseCode: string,
  links: ShareValuesPorts['links'],
): Promise<readonly string[]> => (await links.companiesOf(value)).filter((code) => code !== enterpriseCode);

const isSameBand = (one: SharedBand, other: SharedBand): boolean => contentId(one) === contentId(other);
const codeOf = ({ enterpriseCode }: LinkMember): string => enterpriseCode;

function sharedValueOf(key: string): SharedValue {
  const value = valueOfKey(key);
  if (!value) throw new RangeError('not a shared value');
  return value;
}
