import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { bandOf, type LinkMember, type SharedBand } from '#shared/domain/risk/rings/band.ts';
import { ownSigns } from '#shared/domain/risk/rules/own-signs.ts';
import { valueKey } from '#shared/domain/risk/rings/value-key.ts';

/**
 * Computes the bands of shared values on an earlier day from the facts of that day, without companies registered later
 * and with the signs that each company showed then. All companies must be added before a band is requested.
 */
export class EarlierBands {
  readonly #members = new Map<string, LinkMember[]>();
  readonly #counted = new Map<string, SharedBand>();

  /** Adds a company with its `facts` of the day. */
  add(facts: CompanyFacts): void {
    const { enterpriseCode, registeredOn, bands } = facts;
    const member: LinkMember = { enterpriseCode, registeredOn, badSigns: ownSigns(facts) };
    for (const band of bands) {
      const members = this.#members.get(valueKey(band));
      if (members) members.push(member);
      else this.#members.set(valueKey(band), [member]);
    }
  }

  of({ bands }: CompanyFacts): SharedBand[] {
    return bands.map((band) => this.#count(band));
  }

  #count({ kind, ref }: SharedBand): SharedBand {
    const key = valueKey({ kind, ref });
    const known = this.#counted.get(key);
    if (known) return known;
    const band = bandOf(kind, ref, this.#members.get(key) ?? []);
    this.#counted.set(key, band);
    return band;
  }
}
