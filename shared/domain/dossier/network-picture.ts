import { drawRing } from '../rings/draw-ring.ts';
import type { Network } from '../rings/network.ts';

/** A notice's network as a picture (sơ đồ liên hệ, SVG). The same network gives the same text. */
export function drawNetwork(network: Network): string {
  return drawRing({
    ...network,
    members: network.members.map((member) => ({ ...member, shares: {} })),
    // Values are not named by a notice: their place among its ties tells them apart.
    ties: network.ties.map((tie, place) => ({ ...tie, ref: String(place).padStart(4, '0') })),
  });
}
