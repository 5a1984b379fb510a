import type { StageConfig } from '../config.ts';
import { dev } from './dev.ts';
import { local } from './local.ts';
import { prod } from './prod.ts';

const STAGES: Readonly<Record<string, StageConfig>> = { dev, prod, local };

export const STAGE_NAMES: readonly string[] = Object.keys(STAGES);
export const isStage = (name: string): boolean => Object.hasOwn(STAGES, name);

/** @throws {Error} where no stage has that name */
export function stageConfig(stage: string): StageConfig {
  const config = STAGES[stage];
  if (!config) throw new Error(`No stage "${stage}": there are ${STAGE_NAMES.join(', ')}`);
  return config;
}
