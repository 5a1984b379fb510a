import type { Provenance } from '#shared/domain/notification/dossier/sources.ts';
import { recordKeys } from '#shared/domain/identity/match/search-keys.ts';
import type { PoliceRecord } from '#shared/domain/identity/police-record.ts';
import type { FoundPerson, PoliceRecords } from '#shared/tables/police-records.ts';

/** The table's twin: the same answers, and it counts what it was asked. */
export class PoliceRecordsInMemory implements Omit<PoliceRecords, 'oldNumbersOf' | 'byReference'> {
  requests = 0;
  readonly #versions = new Map<string, Map<string, PoliceRecord>>();
  readonly #origins = new Map<string, Provenance[]>();
  readonly #aliases = new Map<string, Set<string>>();
  readonly #found = new Map<string, Map<string, FoundPerson>>();

  async record(rows: readonly (PoliceRecord & { readonly from?: Provenance | undefined })[]): Promise<void> {
    for (const { from, ...row } of rows) {
      if (from) entry(this.#origins, row.documentNumber, () => []).push(from);
      const { documentNumber, fullName, dateOfBirth, gender, oldNumber } = row;
      entry(this.#versions, documentNumber, () => new Map()).set(JSON.stringify(row), row);
      if (oldNumber && oldNumber !== documentNumber)
        entry(this.#aliases, oldNumber, () => new Set()).add(documentNumber);
      const found = { documentNumber, fullName, dateOfBirth, gender, oldNumber };
      for (const key of recordKeys(row)) entry(this.#found, key, () => new Map()).set(JSON.stringify(found), found);
    }
  }

  async byNumber(number: string): Promise<PoliceRecord[]> {
    const followed = [...(this.#aliases.get(number) ?? [])];
    this.requests += 1 + followed.length;
    return [number, ...followed].flatMap((one) => Array.from(this.#versions.get(one)?.values() ?? []));
  }

  async origins(number: string): Promise<readonly Provenance[]> {
    this.requests += 1;
    return this.#origins.get(number) ?? [];
  }

  async search(keys: readonly string[]): Promise<FoundPerson[]> {
    this.requests += keys.length;
    const found = keys.flatMap((key) => [...(this.#found.get(key) ?? [])]);
    return [...new Map(found).values()];
  }
}

const entry = <V>(map: Map<string, V>, key: string, empty: () => V): V => {
  const known = map.get(key) ?? empty();
  map.set(key, known);
  return known;
};
