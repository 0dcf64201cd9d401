export {
  openRegistry,
  type Generation,
  type GenerationRow,
  type Registry,
  type Repair,
  type RepairRow,
  type Verified,
} from '../reading/registry.ts';
export { isBuildOf, planGeneration, promote, withdraw, type Build } from './generations.ts';
export { askRebuild, askRollBack, CantRepairError, giveUp, setPaused } from './rebuilds.ts';
