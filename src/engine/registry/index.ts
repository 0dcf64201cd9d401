export { openRegistry, type Generation, type GenerationRow, type Registry } from '../reading/registry.ts';
export { isBuildOf, planGeneration, promote, withdraw } from './generations.ts';
