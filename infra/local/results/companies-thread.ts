import { type MessagePort, parentPort, workerData } from 'node:worker_threads';
import { askOverPort } from '../in-process/ask.ts';
import { writeCompanies } from './companies.ts';
import { itemsInProcess } from './scan.ts';

/** The data that the runner gives to the thread at its start. */
export interface CompaniesToWrite {
  /** The port to the tables. */
  readonly port: MessagePort;
  readonly assessments: string;
  readonly file: string;
}

const { port, assessments, file } = workerData as CompaniesToWrite;
const tables = askOverPort(port);
// Waiting for an answer keeps this thread alive
port.ref();
parentPort?.postMessage(await writeCompanies(itemsInProcess(tables, assessments), file), []);
port.close();
