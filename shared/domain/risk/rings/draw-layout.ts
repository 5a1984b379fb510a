import { ascending } from '#shared/domain/vietnamese/text/text-order.ts';
import type { Network } from './network.ts';

/**
 * The pixel sizes of the picture, which has companies on the left in order of time and shared values on the right near
 * their companies.
 */
export const NETWORK_PAGE = {
  width: 1000,
  margin: 24,
  legend: 86,
  header: 126,
  footer: 16,
  company: { width: 460, height: 40, step: 45 },
  value: { width: 350, height: 62, step: 72 },
} as const;

export interface PlacedCompany {
  readonly member: Network['members'][number];
  /** The vertical middle of the company's box. */
  readonly y: number;
}

export interface PlacedValue {
  readonly tie: Network['ties'][number];
  readonly y: number;
  /** The vertical middles of the boxes of the value's companies. */
  readonly companies: readonly number[];
}

export interface NetworkLayout {
  readonly height: number;
  readonly companies: readonly PlacedCompany[];
  readonly values: readonly PlacedValue[];
}

/** Computes the positions of a network's companies and values; the same network always gives the same positions. */
export function layOutNetwork(network: Network): NetworkLayout {
  const { company, value, header, footer } = NETWORK_PAGE;
  const inner = Math.max(network.members.length * company.step, network.ties.length * value.step);
  const companies = network.members
    .toSorted((a, b) => ascending(a.since, b.since) || ascending(a.enterpriseCode, b.enterpriseCode))
    .map((member, place) => ({ member, y: header + centred(place, network.members.length, company.step, inner) }));
  const middles = new Map(companies.map(({ member, y }) => [member.enterpriseCode, y]));
  const values = network.ties
    .map((tie) => ({ tie, companies: tie.companies.map((code) => middles.get(code) ?? header) }))
    .sort((a, b) => mean(a.companies) - mean(b.companies) || ascending(contentOf(a.tie), contentOf(b.tie)))
    .map(({ tie, companies: at }, place) => ({
      tie,
      companies: at,
      y: header + centred(place, network.ties.length, value.step, inner),
    }));
  return { height: header + inner + footer, companies, values };
}

const contentOf = ({ kind, companies, since }: PlacedValue['tie']): string => [kind, since, ...companies].join(' ');

/** The middle of one of `count` boxes that share `inner` pixels, no closer than `step`. */
const centred = (place: number, count: number, step: number, inner: number): number => {
  const spread = Math.max(step, inner / Math.max(1, count));
  return Math.round((place + 0.5) * spread + (inner - count * spread) / 2);
};

const mean = (numbers: readonly number[]): number => numbers.reduce((a, b) => a + b, 0) / Math.max(1, numbers.length);
