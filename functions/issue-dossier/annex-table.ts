import type { Table } from 'docx';
import { type DocxColumn, table } from '#shared/documents/docx-parts.ts';

/** The size of small print in half-points: what an annex cites. */
export const SMALL = 20;
const HALF_POINTS = 17;

/** A table of an annex, in small letters: its figures are for looking up. */
export const annexTable = (columns: readonly DocxColumn[], rows: readonly (readonly string[])[]): Table =>
  table(columns, rows, { size: HALF_POINTS });
