export { openRegistry, type Generation, type Registry } from '../reading/registry.ts';
export { isBuildOf, planGeneration, promote, withdraw } from './generations.ts';
