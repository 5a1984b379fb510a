import * as z from 'zod';
import { PEER_MEASURES } from '#shared/domain/risk/facts/peers.ts';
import { SIGNAL_KINDS } from '#shared/domain/risk/facts/company-facts.ts';
import type { Leaning } from '#shared/domain/risk/province/picture.ts';
import { OFFICE_KINDS, type Shown } from '#shared/domain/risk/province/shown.ts';

const Span = z.strictObject({ from: z.string(), to: z.string() });
const text = z.string().optional();
const figures = z.partialRecord(z.enum(PEER_MEASURES), z.number());

const ShownText = z.strictObject({
  shown: z.strictObject({
    place: z.strictObject({ commune: text, communeName: text, district: text }),
    registeredOn: z.string(),
    files: z.boolean(),
    spans: z.partialRecord(z.enum(SIGNAL_KINDS), Span),
    cell: z.string(),
    figures,
  }),
  leant: z.strictObject({ heard: z.partialRecord(z.enum(OFFICE_KINDS), Span), peers: figures }),
});

/** Undefined for an assessment of before it was kept. */
export const shownIn = (json: string | undefined): { shown: Shown; leant: Leaning } | undefined =>
  json === undefined ? undefined : ShownText.parse(JSON.parse(json));

export const shownText = (shown: Shown, leant: Leaning): string => JSON.stringify({ shown, leant });
