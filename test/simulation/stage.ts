import { pathToFileURL } from 'node:url';
import { join } from 'node:path';
import type { Compose, Handler } from './invocations.ts';
import type { Stage } from './play.ts';
import { frozen, rememberParsed } from './remembered.ts';
import { replaceSdk } from './services.ts';
import type { SystemDesign } from './system.ts';

const SIGNING = JSON.stringify({ secrets: [`whsec_${'c2ltdWxhdGVk'.repeat(3)}`] });

/** Replaces the SDK by the simulation, once for the process. */
export function setStage(): Stage {
  const stage: Stage = { world: undefined };
  rememberParsed();
  // Stack traces of thousands of failed conditions cost time and are never read
  Error.stackTraceLimit = 0;
  replaceSdk(
    (asked) => stage.world?.ask(asked) ?? Promise.reject(new Error('no world')),
    (arn) => (arn.startsWith('receivers/') ? SIGNING : 'a secret of the simulation'),
  );
  return stage;
}

/** Makes execution environments of the steps that were bundled to a folder. */
export function composer(bundles: string, { steps }: SystemDesign): Compose {
  const environments = new Map<string, NodeJS.ProcessEnv>();
  const environmentOf = (folder: string) => steps.find((step) => step.folder === folder)?.environment;
  const loaded = new Map<string, Promise<{ compose: () => Promise<Handler> }>>();
  return async (folder) => {
    const loading = loaded.get(folder) ?? import(pathToFileURL(join(bundles, folder, 'index.mjs')).href);
    loaded.set(folder, loading);
    const { compose } = await loading;
    const own = environments.get(folder) ?? frozen({ ...process.env, ...environmentOf(folder) });
    environments.set(folder, own);
    const before = process.env;
    process.env = own;
    try {
      return await compose();
    } finally {
      process.env = before;
    }
  };
}
