import type { ServicesNearby } from '#shared/runtime/nearby.ts';
import type { EnginePorts } from '../engines.ts';
import { askOver } from './ask.ts';

/** The engines of this process as a thread asks them; undefined for one that is somebody else's. */
export const servicesOver = ({ tables, queues }: EnginePorts): ServicesNearby => ({
  tables: tables && askOver(tables),
  queues: queues && askOver(queues),
});
