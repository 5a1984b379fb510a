import { EarlierBands } from '#infra/research/back-test/earlier-bands.ts';
import { assess } from '#shared/domain/risk/assess.ts';
import type { CompanyFacts } from '#shared/domain/risk/facts/company-facts.ts';
import { coverageAsOf, factsAsOf } from '#shared/domain/risk/facts/facts-as-of.ts';
import { type CompanySample, sampleOf } from '#shared/domain/risk/province/company-sample.ts';
import { commonSignsOf } from '#shared/domain/risk/province/cohorts.ts';
import { coverageFor, type ProvinceCoverage } from '#shared/domain/risk/province/coverage-for.ts';
import { peersOf, type ProvinceProfile, provinceProfileOf } from '#shared/domain/risk/province/province-profile.ts';
import type { Assessment } from '#shared/domain/risk/rules/finding.ts';
import { parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import { addDays, type IsoDate } from '#shared/domain/vietnamese/dates.ts';
import { withBands } from '#test/support/evasive-world/judged.ts';
import type { WorldCompany } from '#test/support/world-facts/world-company.ts';

/** A province as it was known on a day: shared values, coverage of offices, and comparisons with peers. */
interface ProvinceOn {
  /** @returns undefined where the company was not registered by then */
  assess(company: number, day: IsoDate): Assessment | undefined;
}

interface KnownCompany {
  readonly facts: CompanyFacts;
  readonly sample: CompanySample;
}

/** Coverage, peers and bands are computed again from the facts of a day, so that nothing later is used. */
export class EarlierProvince {
  readonly #all: readonly CompanyFacts[];
  readonly #addresses;
  readonly #provinceCoverage: ProvinceCoverage | undefined;

  constructor(companies: readonly WorldCompany[]) {
    this.#all = withBands(companies);
    this.#addresses = companies.map(({ headOfficeAddress }) => parseAddress(headOfficeAddress));
    this.#provinceCoverage = companies[0]?.provinceCoverage;
  }

  on(day: IsoDate): ProvinceOn {
    const bands = new EarlierBands();
    const samples: CompanySample[] = [];
    for (const company of this.#all.keys()) {
      const known = this.#knownOn(company, day);
      if (!known) continue;
      bands.add(known.facts);
      samples.push(known.sample);
    }
    const provinceCoverage = this.#provinceCoverageOn(day);
    const profile = provinceCoverage && provinceProfileOf(samples, provinceCoverage);
    return {
      assess: (company, then) => {
        const known = this.#knownOn(company, then);
        return known && assess({ ...this.#inThe(profile, known, then), bands: bands.of(known.facts) });
      },
    };
  }

  #inThe(profile: ProvinceProfile | undefined, { facts, sample }: KnownCompany, day: IsoDate): CompanyFacts {
    const provinceCoverage = this.#provinceCoverageOn(day);
    if (!provinceCoverage || !profile) return facts;
    return {
      ...facts,
      coverage: coverageFor(sample, provinceCoverage, profile.offices, profile.wholeBanks),
      peers: peersOf(sample, profile),
      commonSigns: commonSignsOf(sample, profile.commonSigns),
    };
  }

  /** The facts known on a day, including a month that ends with it. */
  #knownOn(company: number, day: IsoDate): KnownCompany | undefined {
    const [all, address] = [this.#all[company], this.#addresses[company]];
    const then = all && factsAsOf(all, addDays(day, 1));
    if (!then || !address) return undefined;
    const facts = { ...then, asOf: day };
    return { facts, sample: sampleOf(facts, address) };
  }

  #provinceCoverageOn(day: IsoDate): ProvinceCoverage | undefined {
    return this.#provinceCoverage && { ...coverageAsOf(this.#provinceCoverage, addDays(day, 1)), statements: [] };
  }
}
