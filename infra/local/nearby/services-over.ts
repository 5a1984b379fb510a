import type { ServicesNearby } from '#shared/runtime/nearby.ts';
import type { EnginePorts } from '../engines.ts';
import { askOver } from './ask.ts';

/** The engines of this process as a thread asks them; undefined for another endpoint. */
export const servicesOver = ({ tables, queues }: EnginePorts): ServicesNearby => ({
  tables: tables && askOver(tables),
  queues: queues && askOver(queues),
});
