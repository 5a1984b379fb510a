// A fresh execution environment: loads the module of the first argument and hands its handler the event of the second.
// Prints the milliseconds from before the import until the answer.
import { pathToFileURL } from 'node:url';

const [, , module, event] = process.argv;
const context = { functionName: 'cold', awsRequestId: 'cold', getRemainingTimeInMillis: () => 60_000 };
const from = performance.now();
const { handler } = await import(pathToFileURL(module).href);
await handler(JSON.parse(event), context);
const milliseconds = performance.now() - from;
process.stderr.write(`\n${milliseconds}\n`);
process.exit();
