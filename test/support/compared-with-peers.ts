import { type CompanySample, sampleOf } from '#shared/domain/risk/province/company-sample.ts';
import { commonSignsOf } from '#shared/domain/risk/province/cohorts.ts';
import { peersOf, provinceProfileOf } from '#shared/domain/risk/province/province-profile.ts';
import { type Address, parseAddress } from '#shared/domain/vietnamese/address/parse-address.ts';
import type { WorldCompany } from './world-facts/world-company.ts';

const samples = new WeakMap<WorldCompany['facts'], CompanySample>();
const addresses = new Map<string, Address>();

/** Worlds change what companies do, but hardly any address. */
function parsed(text: string): Address {
  const address = addresses.get(text) ?? parseAddress(text);
  addresses.set(text, address);
  return address;
}

/** The sample of a company, kept because most companies are unchanged in several worlds. */
function sampled({ facts, headOfficeAddress }: WorldCompany): CompanySample {
  const sample = samples.get(facts) ?? sampleOf(facts, parsed(headOfficeAddress));
  samples.set(facts, sample);
  return sample;
}

/** Compares companies with one another as they are now, so that changed companies and planted shells are peers too. */
export function comparedWithPeers(companies: readonly WorldCompany[]): WorldCompany[] {
  const profile = provinceProfileOf(companies.map(sampled), { signals: {} });
  return companies.map((company) => {
    const own = sampled(company);
    const now = { peers: peersOf(own, profile), commonSigns: commonSignsOf(own, profile.commonSigns) };
    const { peers, commonSigns } = company.facts;
    const isSame = JSON.stringify(now) === JSON.stringify({ peers, commonSigns });
    return isSame ? company : { ...company, facts: { ...company.facts, ...now } };
  });
}
