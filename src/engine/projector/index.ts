export { createProjector, type Projector, type ProjectorPorts, type ViewStatus } from './projector.ts';
