/** The header by which the distribution in front of the desks shows its key. */
export const EDGE_HEADER = 'x-haukiem-edge';
