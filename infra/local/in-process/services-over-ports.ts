import type { InProcessServices } from './services.ts';
import type { EnginePorts } from '../engines.ts';
import { askOverPort } from './ask.ts';

/** The engines of this process as a thread reaches them; undefined for another endpoint. */
export const servicesOverPorts = ({ tables, queues }: EnginePorts): InProcessServices => ({
  tables: tables && askOverPort(tables),
  queues: queues && askOverPort(queues),
});
