import type { ObjectStore } from '#shared/clients/object-store.ts';
import { NeverPossible } from '#shared/runtime/errors.ts';
import type { KeyedHash } from '#shared/runtime/keyed-hash.ts';
import { parseJson } from '#shared/runtime/parse-json.ts';
import { contentId } from '#shared/runtime/content-id.ts';
import type { Drop, DropKey } from '#shared/tables/drop-item.ts';
import { Receipt } from '#shared/contracts/receipt.ts';
import { Concerned } from './concerned.ts';

export interface ManifestPorts {
  readonly objects: Pick<ObjectStore, 'put' | 'read'>;
  readonly evidenceBucket: string;
  readonly hash: KeyedHash;
}

/** The rows of a drop that a part of its manifest is about: those after `from`, to `to`. */
interface Rows {
  readonly from: number;
  readonly to: number;
}

const JSON_TYPE = 'application/json';

/** What a drop leaves in the evidence bucket beside its receipt. The file's name, which may name a person, is no part of it. */
const keyOf = ({ feed, file, version }: DropKey, name: string): string =>
  `manifests/${feed}/${contentId([file, version])}/${name}.json`;
const partKey = (drop: DropKey, { from, to }: Rows): string => keyOf(drop, `${from}-${to}`);

/** Writes whom rows of a drop concern. Two readers of a drop may cut its rows in different parts, and each names its own. */
export function writePart(drop: DropKey, rows: Rows, concerned: Concerned, ports: ManifestPorts): Promise<void> {
  const text = ports.hash.sealed(JSON.stringify(concerned));
  return ports.objects.put(ports.evidenceBucket, partKey(drop, rows), text, JSON_TYPE);
}

/**
 * Whom a part of a drop's rows concerns, by references under the key for writing.
 * @throws {NeverPossible} where the part is gone
 */
export async function readPart(drop: Drop, part: number, ports: ManifestPorts): Promise<Concerned> {
  const [from = 0, to = 0] = [part === 0 ? 0 : drop.parts[part - 1], drop.parts[part]];
  const text = await ports.objects.read(ports.evidenceBucket, partKey(drop, { from, to }));
  if (text === undefined) throw new NeverPossible('manifest_gone');
  return Concerned.parse(parseJson(ports.hash.renewed(ports.hash.opened(text))));
}

/** Keeps what a drop's receipt says where its rows count, for a decision about it later on. */
export const writeReport = (drop: DropKey, receipt: Receipt, ports: ManifestPorts): Promise<void> =>
  ports.objects.put(
    ports.evidenceBucket,
    keyOf(drop, 'receipt'),
    ports.hash.sealed(JSON.stringify(receipt)),
    JSON_TYPE,
  );

/** @throws {NeverPossible} where it is gone */
export async function readReport(drop: DropKey, ports: ManifestPorts): Promise<Receipt> {
  const text = await ports.objects.read(ports.evidenceBucket, keyOf(drop, 'receipt'));
  if (text === undefined) throw new NeverPossible('manifest_gone');
  return Receipt.parse(parseJson(ports.hash.opened(text)));
}
