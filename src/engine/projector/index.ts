export { createProjector, type Projector, type ViewStatus } from './projector.ts';
