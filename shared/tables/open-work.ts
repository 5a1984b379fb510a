import * as z from 'zod';
import type { WorklistEntry as Entry } from '#shared/domain/notification/worklist/worklist-entry.ts';
import { packed, unpacked } from './packed.ts';
import { shardOf } from './shards.ts';
import { WorklistEntryItem } from './worklist-item.ts';

const Inside = z.object({ name: z.string(), worklist: z.array(WorklistEntryItem) });
const WorkItem = z.object({ enterpriseCode: z.string(), work: z.instanceof(Uint8Array) });

/** A company with open tasks for the office. */
export interface CompanyWork {
  readonly enterpriseCode: string;
  readonly name: string;
  readonly worklist: readonly Entry[];
}

/**
 * The fields of a company that the sparse index `work` copies (PK workShard, SK enterpriseCode); absent where there is
 * no task.
 */
export const workIndexFields = ({
  enterpriseCode,
  name,
  worklist,
}: CompanyWork): { readonly workShard?: string; readonly work?: Uint8Array } =>
  worklist.length === 0 ? {} : { workShard: shardOf(enterpriseCode), work: packed({ name, worklist }) };

/** Converts items of the index `work` to companies, sorted by code. */
export const companiesWithWork = (items: readonly Record<string, unknown>[]): CompanyWork[] =>
  items
    .map((item) => {
      const { enterpriseCode, work } = WorkItem.parse(item);
      return { enterpriseCode, ...Inside.parse(unpacked(work)) };
    })
    .sort((a, b) => (a.enterpriseCode < b.enterpriseCode ? -1 : 1));
