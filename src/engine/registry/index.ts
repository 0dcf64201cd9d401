export { openRegistry, type Generation, type GenerationRow, type Registry } from '../reading/registry.ts';
