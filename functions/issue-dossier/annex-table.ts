import type { Table } from 'docx';
import { type DocxColumn, table } from '#shared/documents/docx-parts.ts';

const HALF_POINTS = 18;

/** A table of an annex, in small letters: its figures are for looking up. */
export const annexTable = (columns: readonly DocxColumn[], rows: readonly (readonly string[])[]): Table =>
  table(columns, rows, { size: HALF_POINTS });
