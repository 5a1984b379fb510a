import type { Command } from './late-tables.ts';

/** A function's request to a service. */
export interface ServiceRequest {
  readonly service: 'tables' | 'queues' | 'objects' | 'bank';
  /** The name of the command's class. */
  readonly name: string;
  readonly input: Command['input'];
  readonly isWrite: boolean;
  readonly isBatch: boolean;
  /** Whether it reads from a table what may lack the latest writes: an index, or without asking for a consistent reading. */
  readonly mayBeLate: boolean;
}
