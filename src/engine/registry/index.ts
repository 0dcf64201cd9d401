export {
  openRegistry,
  type Generation,
  type GenerationRow,
  type Intervention,
  type MeasuringDeed,
  type OutletDeed,
  type Registry,
  type Repair,
  type RepairOfOne,
  type RepairRow,
  type TrialDeed,
  type Verified,
} from '../reading/registry.ts';
export { isBuildOf, planGeneration, promote, withdraw, type Build } from './generations.ts';
export { askRebuild, askRollBack, CantRepairError, giveUp, setPaused } from './rebuilds.ts';
